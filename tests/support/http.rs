//! One HTTP request to a server on this machine.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

/// Starting a browser is the slowest thing that is ever asked.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends a request with a JSON body and returns the body of the answer, whatever its status.
pub(crate) fn request(port: u16, method: &str, path: &str, body: &str) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    body_of(answer)
}

/// A port that nobody uses now. Somebody may take it before it is used: try again then.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there are free ports");
    listener.local_addr().expect("it is bound").port()
}

fn body_of(mut answer: Vec<u8>) -> io::Result<Vec<u8>> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let Some(end) = end else {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the answer has no end of its head"));
    };
    Ok(answer.split_off(end + 4))
}
