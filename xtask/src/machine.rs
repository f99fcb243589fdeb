//! What the machine itself must have: system packages and parts of the toolchain.

use std::collections::HashSet;
use std::env;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::steps;

/// What building and testing needs on Debian and Ubuntu.
const PACKAGES: &[&str] = &[
    // to build: a C compiler, the webview, SQLCipher's OpenSSL (perl), the keychain's D-Bus
    "build-essential",
    "pkg-config",
    "perl",
    "libssl-dev",
    "libdbus-1-dev",
    "libgtk-3-dev",
    "librsvg2-dev",
    "libsoup-3.0-dev",
    "libwebkit2gtk-4.1-dev",
    // to open the window without a display, drive it and look at what it made
    "at-spi2-core",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "imagemagick",
    "poppler-utils",
    "sqlite3",
    "webkit2gtk-driver",
    "xauth",
    "xdotool",
    "xvfb",
];

/// The same needs as programs and pkg-config names, for systems without apt.
const PROGRAMS: &[&str] = &[
    "cc",
    "perl",
    "pkg-config",
    "Xvfb",
    "dbus-daemon",
    "gnome-keyring-daemon",
    "WebKitWebDriver",
    "import",
    "pdftotext",
    "sqlite3",
    "xdotool",
];
const LIBRARIES: &[&str] = &["webkit2gtk-4.1", "gtk+-3.0", "librsvg-2.0", "libsoup-3.0", "dbus-1"];

/// Installs the system packages that are missing.
pub fn packages() -> anyhow::Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !found("apt-get") {
        return without_apt();
    }
    let missing = missing_packages()?;
    if missing.is_empty() {
        println!("all {} system packages are there", PACKAGES.len());
        return Ok(());
    }
    println!("missing: {}", missing.join(" "));
    steps::run(apt()?.args(["update", "--quiet"]))?;
    steps::run(apt()?.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(&missing))?;
    let still = missing_packages()?;
    if !still.is_empty() {
        bail!("apt-get left these uninstalled: {}", still.join(" "));
    }
    Ok(())
}

fn missing_packages() -> anyhow::Result<Vec<&'static str>> {
    // dpkg-query answers for the packages it knows and exits 1 over the others.
    let answer = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status} ${Package}\n"])
        .args(PACKAGES)
        .stderr(Stdio::null())
        .output()
        .context("cannot ask dpkg-query which packages are there")?;
    let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
    let there: HashSet<&str> = answer.lines().filter_map(|line| line.strip_prefix("installed ")).collect();
    Ok(PACKAGES.iter().copied().filter(|package| !there.contains(package)).collect())
}

/// apt-get that asks nothing, through sudo unless we are root.
fn apt() -> anyhow::Result<Command> {
    let root = steps::output(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if root {
        Command::new("env")
    } else if found("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        bail!(
            "system packages are missing and there is neither root nor sudo to install them; as root run\n  \
             apt-get update && apt-get install {}",
            missing_packages()?.join(" ")
        );
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]);
    Ok(command)
}

fn without_apt() -> anyhow::Result<()> {
    let mut missing: Vec<String> = PROGRAMS
        .iter()
        .filter(|program| !found(program))
        .map(|program| format!("program {program}"))
        .collect();
    for library in LIBRARIES {
        let there = Command::new("pkg-config").args(["--exists", library]).status();
        if !there.is_ok_and(|status| status.success()) {
            missing.push(format!("library {library} (development files)"));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    bail!(
        "this system has no apt-get, so install these with its own package tool:\n  {}\n\
         (on Debian and Ubuntu they come from: {})",
        missing.join("\n  "),
        PACKAGES.join(" ")
    )
}

/// Makes sure of rustfmt and clippy, which rustup's minimal profile leaves out.
pub fn toolchain() -> anyhow::Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let answers = steps::cargo()
            .args([subcommand, "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !answers {
            steps::run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Whether a program is on the PATH.
pub fn found(program: &str) -> bool {
    let Some(path) = env::var_os("PATH") else { return false };
    env::split_paths(&path).any(|dir| dir.join(program).is_file())
}
