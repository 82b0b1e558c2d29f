//! The table: what was measured, beside whom, and whether it is within its limit.

use std::fmt;

/// What a value is measured in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unit {
    /// Milliseconds.
    Milliseconds,
    /// MiB.
    Mebibytes,
    /// Times a second.
    PerSecond,
}

/// What was measured of Fencun.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    value: f64,
    unit: Unit,
}

impl Unit {
    /// A value in this unit.
    pub(crate) const fn of(self, value: f64) -> Figure {
        Figure { value, unit: self }
    }

    fn say(self, value: f64) -> String {
        match self {
            Self::Milliseconds if value < 10.0 => format!("{value:.1} ms"),
            Self::Milliseconds => format!("{value:.0} ms"),
            Self::Mebibytes => format!("{value:.1} MiB"),
            Self::PerSecond => format!("{value:.2} /s"),
        }
    }
}

/// How much it may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Limit {
    /// No more than this.
    Value(f64),
    /// No more than this times the other's.
    Times(f64),
    /// No more than either.
    Both(f64, f64),
    /// Measured to be known.
    None,
}

/// What another program needs for the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer {
    /// Its name.
    pub(crate) name: &'static str,
    /// What was measured of it.
    pub(crate) value: f64,
}

struct Row {
    what: &'static str,
    figure: Figure,
    peer: Option<Peer>,
    limit: Limit,
}

/// All rows, in the order they were measured.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// Adds a row and says it at once: a whole run takes minutes.
    pub(crate) fn add(&mut self, what: &'static str, figure: Figure, peer: Option<Peer>, limit: Limit) {
        let row = Row { what, figure, peer, limit };
        eprintln!("{row}");
        self.0.push(row);
    }
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.peer.filter(|peer| peer.value > 0.0).map(|peer| self.figure.value / peer.value)
    }

    /// Nothing if there is no limit to be within.
    fn within(&self) -> Option<bool> {
        let ratio = self.ratio().unwrap_or(f64::INFINITY);
        match self.limit {
            Limit::Value(most) => Some(self.figure.value <= most),
            Limit::Times(most) => Some(ratio <= most),
            Limit::Both(times, most) => Some(ratio <= times && self.figure.value <= most),
            Limit::None => None,
        }
    }

    fn limit(&self) -> String {
        let other = self.peer.map_or("", |peer| peer.name);
        match self.limit {
            Limit::Value(most) => self.figure.unit.say(most),
            Limit::Times(times) => format!("{times} × {other}"),
            Limit::Both(times, most) => format!("{times} × {other} and {}", self.figure.unit.say(most)),
            Limit::None => "–".to_owned(),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = || "–".to_owned();
        let peer =
            self.peer.map_or_else(none, |peer| format!("{} {}", peer.name, self.figure.unit.say(peer.value)));
        let ratio = self.ratio().map_or_else(none, |ratio| format!("{ratio:.2}"));
        let verdict = self.within().map_or("–", |within| if within { "yes" } else { "**over**" });
        let value = self.figure.unit.say(self.figure.value);
        write!(f, "| {} | {value} | {peer} | {ratio} | {} | {verdict} |", self.what, self.limit())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | Fencun | beside it | ratio | at most | within |")?;
        writeln!(f, "| --- | --- | --- | --- | --- | --- |")?;
        self.0.iter().try_for_each(|row| writeln!(f, "{row}"))?;
        let verdicts: Vec<_> = self.0.iter().filter_map(Row::within).collect();
        let within = verdicts.iter().filter(|within| **within).count();
        writeln!(f, "\n{within} of {} within their limits.", verdicts.len())
    }
}
