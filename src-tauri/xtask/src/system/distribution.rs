//! Which family of Linux this is, read from `/etc/os-release`.

use std::fs;

/// Distributions that share a package manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// Debian, Ubuntu, Mint …: apt.
    Debian,
    /// Fedora, Rocky, Alma …: dnf.
    Fedora,
    /// Arch, Manjaro …: pacman.
    Arch,
    /// openSUSE: zypper.
    Suse,
    /// Any other.
    Other,
}

impl Family {
    pub(crate) fn of_this_machine() -> Self {
        let text =
            fs::read_to_string("/etc/os-release").or_else(|_| fs::read_to_string("/usr/lib/os-release"));
        Self::parse(&text.unwrap_or_default())
    }

    /// Goes by `ID`, then by the words of `ID_LIKE`, nearest relative first.
    fn parse(os_release: &str) -> Self {
        let words = ["ID=", "ID_LIKE="].into_iter().filter_map(|key| {
            let line = os_release.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.trim_matches(['"', '\'']))
        });
        let known =
            words.flat_map(str::split_whitespace).map(Self::named).find(|family| *family != Self::Other);
        known.unwrap_or(Self::Other)
    }

    fn named(id: &str) -> Self {
        match id {
            "debian" | "ubuntu" => Self::Debian,
            "fedora" | "rhel" | "centos" => Self::Fedora,
            "arch" | "archlinux" => Self::Arch,
            "suse" | "opensuse" => Self::Suse,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(os_release: &str, expected: Family) {
        assert_eq!(Family::parse(os_release), expected, "{os_release}");
    }

    #[test]
    fn distributions_and_their_relatives_are_told_apart() {
        check(
            "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\nID=debian\n",
            Family::Debian,
        );
        check("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", Family::Debian);
        check("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", Family::Debian);
        check("NAME=\"Fedora Linux\"\nVERSION_ID=42\nID=fedora\n", Family::Fedora);
        check("NAME=\"Rocky Linux\"\nID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", Family::Fedora);
        check("NAME=\"Arch Linux\"\nID=arch\nBUILD_ID=rolling\n", Family::Arch);
        check("NAME='Manjaro Linux'\nID=manjaro\nID_LIKE=arch\n", Family::Arch);
        check(
            "NAME=\"openSUSE Tumbleweed\"\nID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n",
            Family::Suse,
        );
        check("NAME=NixOS\nID=nixos\n", Family::Other);
        check("", Family::Other);
    }
}
