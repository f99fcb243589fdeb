//! What can be wrong with a file or a row, in words for counter staff.

use std::io;

/// Why a file cannot be read as CSV.
#[derive(Debug, thiserror::Error)]
pub enum CsvProblem {
    /// Nothing in it.
    #[error("This file is empty.")]
    Empty,
    /// An .xlsx file.
    #[error("This is an Excel workbook. In Excel choose File > Save As > CSV UTF-8, then import that file.")]
    Workbook,
    /// An .xls file, or another of the old Office formats.
    #[error(
        "This is an old Excel or Office file. Open it, choose File > Save As > CSV UTF-8, then import that file."
    )]
    OldWorkbook,
    /// An .ods file.
    #[error(
        "This is a LibreOffice spreadsheet. Open it, choose File > Save As > Text CSV, then import that file."
    )]
    Spreadsheet,
    /// A .zip, .gz or similar file.
    #[error("This is a compressed file. Unpack it first, then import the CSV file inside.")]
    Archive,
    /// A .pst or .ost file.
    #[error(
        "This is an Outlook data file. In Outlook choose File > Open & Export > Import/Export > Export to a file > Comma Separated Values."
    )]
    OutlookData,
    #[error("This is a PDF document, not a CSV file. Export the contacts again and choose CSV.")]
    Pdf,
    /// A .vcf file.
    #[error(
        "This is a vCard file, as telephones and Outlook save contacts. Export them as CSV instead (in Google Contacts: Export > Google CSV; in Outlook: File > Open & Export > Import/Export > Comma Separated Values)."
    )]
    Vcard,
    /// HTML or XML, by whatever name: many systems call such a table `.xls`.
    #[error(
        "This is a web page or XML file, whatever its name says. Open it in Excel or LibreOffice, choose File > Save As > CSV UTF-8, then import that file."
    )]
    WebPage,
    /// JSON.
    #[error("This is a JSON file, as programs exchange data. Export the contacts again and choose CSV.")]
    Json,
    /// A header row and nothing else.
    #[error(
        "This file holds the names of columns and no rows. Export the contacts again, with the contacts."
    )]
    NoRows,
    /// A picture, a program, a database …
    #[error("This is not a text file. Export the contacts as CSV and import that file.")]
    NotText,
    /// The first row holds data, not column names.
    #[error(
        "The first row holds no column names. Add a row at the top that names each column, such as First name, Last name, E-mail."
    )]
    NoHeader,
    /// The file could not be read from the disk.
    #[error("The file could not be read: {0}.")]
    Read(io::Error),
}

/// What is wrong with one row. Never holds anything of the row itself.
#[derive(Debug, thiserror::Error)]
pub enum RowProblem {
    /// Longer than [`super::RECORD_LIMIT`] or with more cells than [`super::COLUMN_LIMIT`].
    #[error("This row is too long to be a contact (over 1 MiB). It was left out.")]
    RowTooLong {
        /// The row's first line, from 1.
        line: u64,
    },
    /// A cell longer than [`super::FIELD_LIMIT`].
    #[error("Column {column} of this row is too long (over 64 KiB). The row was left out.")]
    CellTooLong {
        /// The row's first line, from 1.
        line: u64,
        /// The column, from 1.
        column: usize,
    },
    /// A quotation mark without its partner.
    #[error("A quotation mark in this row is opened but never closed. The row was left out.")]
    OpenQuote {
        /// The row's first line, from 1.
        line: u64,
    },
    /// Bytes that are no text in the file's encoding.
    #[error("This row holds characters in another encoding than the rest of the file. It was left out.")]
    Characters {
        /// The row's first line, from 1.
        line: u64,
    },
    /// Reading stopped: the disk or network failed. Nothing follows.
    #[error("The file could not be read any further: {error}.")]
    Read {
        /// The line reached, from 1.
        line: u64,
        /// What the system said.
        error: io::Error,
    },
}

impl RowProblem {
    /// The row's first line, from 1.
    pub fn line(&self) -> u64 {
        match self {
            Self::RowTooLong { line }
            | Self::CellTooLong { line, .. }
            | Self::OpenQuote { line }
            | Self::Characters { line }
            | Self::Read { line, .. } => *line,
        }
    }

    /// The column, from 1, where one is to blame.
    pub fn column(&self) -> Option<usize> {
        match self {
            Self::CellTooLong { column, .. } => Some(*column),
            _ => None,
        }
    }
}
