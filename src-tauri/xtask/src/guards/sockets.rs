//! Guard: nothing we ship opens a network socket. The local socket between our programs has no address.

use std::path::Path;

use super::{Finding, core_calls, source};
use crate::error::Error;
use crate::files;

const WORDS: [&str; 11] = [
    "TcpStream",
    "TcpListener",
    "TcpSocket",
    "UdpSocket",
    "ToSocketAddrs",
    "AF_INET",
    "AF_INET6",
    "reqwest",
    "hyper",
    "ureq",
    "isahc",
];

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for file in files::with_ending(&root.join("src-tauri"), &["rs"])? {
        if files::short_name(root, &file).starts_with("src-tauri/xtask/") {
            continue;
        }
        let code = source::code_only(&files::read(&file)?);
        let mut found = core_calls::std_modules(&code, &["net"]);
        found.extend(
            WORDS.into_iter().flat_map(|word| source::word_offsets(&code, word).map(move |at| (at, word))),
        );
        found.sort_unstable();
        findings.extend(found.into_iter().map(|(offset, name)| {
            let line = source::line_of(&code, offset);
            Finding::at_line(root, &file, line, format!("names `{name}`; nothing leaves the machine"))
        }));
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::super::broken::check;
    use super::find;

    #[test]
    fn network_code_is_found_in_any_crate() {
        check(
            find,
            &[("src-tauri/store/src/a.rs", "//! x\nuse std::net::IpAddr;")],
            &["src-tauri/store/src/a.rs:2"],
        );
        check(
            find,
            &[("src-tauri/src/a.rs", "let s = tokio::net::TcpStream::connect(x);")],
            &["src-tauri/src/a.rs:1"],
        );
        check(
            find,
            &[("src-tauri/resident/src/a.rs", "reqwest::get(x)")],
            &["src-tauri/resident/src/a.rs:1"],
        );
    }

    #[test]
    fn the_local_socket_and_words_about_networks_are_fine() {
        check(
            find,
            &[("src-tauri/protocol/src/a.rs", "use interprocess::local_socket::Stream; // not TcpStream")],
            &[],
        );
        check(find, &[("src-tauri/xtask/src/a.rs", "use std::net::TcpListener;")], &[]);
    }
}
