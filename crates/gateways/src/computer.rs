//! The computer that this process runs on, as a desk stands at it.

use forecourt_dispatch::ports::Computer;
use std::io;
use std::path::PathBuf;

/// This computer.
pub struct ThisComputer {
    name: String,
    mark: PathBuf,
}

impl ThisComputer {
    /// This computer, called `name`, whose mark lies in the file `mark`.
    #[must_use]
    pub fn new(name: Option<String>, mark: PathBuf) -> Self {
        Self { name: name.filter(|name| !name.is_empty()).unwrap_or_else(|| "Workstation".into()), mark }
    }
}

impl Computer for ThisComputer {
    fn name(&self) -> String {
        self.name.clone()
    }

    fn mark(&self) -> io::Result<String> {
        if let Ok(mark) = std::fs::read_to_string(&self.mark) {
            let mark = mark.trim();
            if !mark.is_empty() {
                return Ok(mark.to_owned());
            }
        }
        let mark = uuid::Uuid::now_v7().to_string();
        std::fs::write(&self.mark, &mark)?;
        Ok(mark)
    }
}
