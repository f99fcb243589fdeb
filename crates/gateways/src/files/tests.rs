use super::*;
use std::collections::BTreeSet;

/// Writes a file from beginning to end.
fn write_whole(place: &Path, fill: &mut dyn FnMut(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut file = WholeFile::new(place.to_owned());
    file.begin()?;
    fill(&mut file)?;
    file.finish().map(drop)
}

fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_file_appears_whole_and_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("List.csv");
    write_whole(&place, &mut |out| {
        out.write_all(b"a,b\n")?;
        assert!(!place.exists(), "not there before it is whole");
        Ok(())
    })
    .unwrap();
    assert_eq!(fs::read(&place).unwrap(), b"a,b\n");
    assert_eq!(names(folder.path()), BTreeSet::from(["List.csv".to_owned()]));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a30_a_failed_write_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("List.csv");
    fs::write(&place, "before").unwrap();
    let fails = write_whole(&place, &mut |out| {
        out.write_all(&vec![b'x'; 1 << 20])?;
        Err(io::Error::new(io::ErrorKind::StorageFull, "full"))
    });
    assert_eq!(fails.unwrap_err().kind(), io::ErrorKind::StorageFull);
    assert_eq!(fs::read(&place).unwrap(), b"before");
    assert_eq!(names(folder.path()).len(), 1);

    let panics = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        write_whole(&place, &mut |_| panic!("while filling"))
    }));
    assert!(panics.is_err());
    assert_eq!(names(folder.path()).len(), 1, "a panic leaves nothing either");

    let folder_there = folder.path().join("Sub");
    fs::create_dir(&folder_there).unwrap();
    assert!(write_whole(&folder_there, &mut |out| out.write_all(b"x")).is_err());
    assert_eq!(names(folder.path()).len(), 2, "nothing but the file and the folder");
}

#[test]
fn a_missing_folder_is_an_error_and_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("gone/List.csv");
    assert_eq!(
        write_whole(&place, &mut |out| out.write_all(b"x")).unwrap_err().kind(),
        io::ErrorKind::NotFound
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_a_killed_process_left_is_swept_and_what_a_living_one_writes_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut dead = std::process::Command::new(std::env::current_exe().unwrap())
        .arg("--list")
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let gone = format!(".forecourt-{}-1.part", dead.id());
    dead.wait().unwrap();
    let living = format!(".forecourt-{}-999999.part", std::process::id());
    for name in [gone.as_str(), &living, ".forecourt-notes.part", "other.part"] {
        fs::write(folder.path().join(name), "half").unwrap();
    }
    write_whole(&folder.path().join("List.csv"), &mut |out| out.write_all(b"x")).unwrap();
    let left = names(folder.path());
    assert_eq!(left.contains(&gone), !cfg!(unix));
    assert!(left.contains(&living) && left.contains(".forecourt-notes.part") && left.contains("other.part"));
}

#[test]
fn a_taken_name_gets_a_number_before_its_extension() {
    let folder = tempfile::tempdir().unwrap();
    let place =
        |name: &str| free_place(folder.path(), name).file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(place("List.csv"), "List.csv");
    for taken in ["List.csv", "List (2).csv", "Sheet"] {
        fs::write(folder.path().join(taken), "x").unwrap();
    }
    assert_eq!(place("List.csv"), "List (3).csv");
    assert_eq!(place("Sheet"), "Sheet (2)");
}

#[test]
fn a_name_is_never_a_path_a_device_or_a_disguise() {
    for (given, expected) in [
        ("Access C0000042 21-11-2026.csv", "Access C0000042 21-11-2026.csv"),
        ("Zoë O’Neill – Łódź.pdf", "Zoë O’Neill – Łódź.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        (r"C:\Users\x.csv", "C--Users-x.csv"),
        ("a\u{202e}fdp.exe.csv", "afdp.exe.csv"),
        ("tab\there\n\0.csv", "tabhere.csv"),
        ("  two   spaces .csv", "two spaces.csv"),
        ("CON", "_CON"),
        ("com1.csv", "_com1.csv"),
        ("Common.csv", "Common.csv"),
        ("...", "document"),
        ("", "document"),
        (".csv", "csv"),
        ("-rf.csv", "rf.csv"),
        ("Mr. Smith", "Mr. Smith"),
        ("ends with dot.", "ends with dot"),
    ] {
        assert_eq!(safe_name(given), expected, "{given:?}");
    }
    let long = format!("{}.csv", "ж".repeat(500));
    let safe = safe_name(&long);
    assert!(safe.len() <= LONGEST_NAME && safe.ends_with(".csv"), "{safe}");
}

#[test]
fn a_free_name_is_taken_in_one_step_whoever_else_takes_one() {
    let folder = tempfile::tempdir().unwrap();
    let put = |text: &str| {
        let mut file = WholeFile::beside(folder.path().to_owned(), "List.csv");
        file.begin()?;
        file.write_all(text.as_bytes())?;
        file.finish()
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|n| scope.spawn(move || put(&n.to_string()))).collect();
        for thread in threads {
            thread.join().unwrap().unwrap();
        }
    });
    let mut texts: Vec<String> = names(folder.path())
        .iter()
        .map(|name| fs::read_to_string(folder.path().join(name)).unwrap())
        .collect();
    texts.sort();
    assert_eq!(texts, ["0", "1", "2", "3", "4", "5", "6", "7"], "nobody's file was replaced");
}
