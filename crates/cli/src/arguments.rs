//! What may be typed.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Forecourt without a window.
///
/// Passwords are read from the terminal, or from the file named by FORECOURT_PASSWORD_FILE. Where
/// there is no keychain, the recovery key is read from the file named by
/// FORECOURT_RECOVERY_KEY_FILE. Exit code 0: done. 2: refused. 1: a fault.
#[derive(Debug, Parser)]
#[command(name = "forecourt-cli", version)]
pub struct Arguments {
    /// The data folder; the account's own when left out
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Who calls: the login of an employee
    #[arg(long = "as", global = true, value_name = "LOGIN")]
    pub login: Option<String>,
    /// Print one JSON document on stdout and nothing else
    #[arg(long, global = true)]
    pub json: bool,
    /// Print wall milliseconds per phase on stderr, as one JSON line
    #[arg(long, global = true)]
    pub timings: bool,
    /// What to do
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make a new data folder with its first manager; prints the recovery key
    Init(Init),
    /// Fill DIR with the sample dealership
    Demo,
    /// Run any use case
    Call {
        name: String,
        /// Its input as JSON, or - for standard input
        #[arg(default_value = "{}")]
        input: String,
        /// How often; --timings tells the median as the phase `run`
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        repeat: u32,
    },
    /// Import from a file
    #[command(subcommand)]
    Import(Import),
    /// Find contacts
    Search(Search),
    /// Print to a PDF file
    #[command(subcommand)]
    Print(Print),
    /// Export to a CSV file
    #[command(subcommand)]
    Export(Export),
    /// Erase a contact for good
    Erase {
        /// The contact's number or account reference
        #[arg(long)]
        contact: String,
        /// The account name or reference, to confirm
        #[arg(long, value_name = "NAME")]
        confirm: String,
        /// Why, for the erasure log
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    #[command(subcommand)]
    Ledger(Ledger),
    /// Save what can be read of a damaged database, in a new data folder within DIR
    Salvage {
        /// A folder on another disk
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
    },
    /// A list, as the screen shows it
    List(List),
}

/// A new dealership.
#[derive(Debug, Args)]
pub struct Init {
    /// The dealership's name
    #[arg(long)]
    pub dealership: String,
    /// The first manager's login
    #[arg(long)]
    pub login: String,
    /// The first manager's name; the login when left out
    #[arg(long)]
    pub name: Option<String>,
}

/// What to import.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Contacts from CSV: Outlook, Google and Forecourt's own layout are recognised
    Contacts {
        file: PathBuf,
        /// Which columns feed which field, as JSON
        #[arg(long, value_name = "MAP.json")]
        map: Option<PathBuf>,
        /// Only say what would happen
        #[arg(long)]
        dry_run: bool,
        /// Import rows whose email address is on file already as well
        #[arg(long)]
        keep_duplicates: bool,
    },
}

/// What to look for.
#[derive(Debug, Args)]
pub struct Search {
    /// Name, phone, postcode, email, plate or account reference
    #[arg(required_unless_present = "queries")]
    pub term: Option<String>,
    /// How many at most
    #[arg(long, default_value_t = 20)]
    pub limit: usize,
    /// A file with one term a line; prints one JSON line each
    #[arg(long, value_name = "FILE", conflicts_with = "term")]
    pub queries: Option<PathBuf>,
}

/// What to print.
#[derive(Debug, Subcommand)]
pub enum Print {
    /// Data capture forms
    Capture {
        /// Contacts, by number or account reference
        #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["blank", "all"])]
        contact: Vec<String>,
        /// A blank form
        #[arg(long, conflicts_with = "all")]
        blank: bool,
        /// Every contact
        #[arg(long)]
        all: bool,
        /// How many contacts at most
        #[arg(long, requires = "all")]
        limit: Option<usize>,
        /// The PDF file
        #[arg(short, long, value_name = "FILE.pdf")]
        output: PathBuf,
    },
}

/// What to export.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Everything held about one contact (Right of Access)
    Access {
        /// The contact's number or account reference
        #[arg(long, value_name = "ID")]
        contact: String,
        #[arg(long)]
        reason: String,
        /// The CSV file
        #[arg(short, long, value_name = "FILE.csv")]
        output: PathBuf,
    },
    /// All contacts, in Forecourt's own layout
    Contacts {
        /// The CSV file
        #[arg(short, long, value_name = "FILE.csv")]
        output: PathBuf,
    },
}

/// The ledger.
#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// Verify every line
    Verify,
}

/// Which list.
#[derive(Debug, Args)]
pub struct List {
    /// Its name: contacts, reconsent, erasures, report_audit, setting_changes, sign_ins
    pub name: String,
    /// How many rows at most
    #[arg(long)]
    pub limit: Option<usize>,
    /// What to choose of it, as the list command takes it
    #[arg(long = "where", value_name = "JSON")]
    pub filter: Option<String>,
}
