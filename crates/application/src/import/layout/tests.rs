use super::*;

fn of(headers: &[&str]) -> Mapping {
    guess(&headers.iter().map(|header| (*header).to_owned()).collect::<Vec<_>>())
}

#[test]
fn every_column_of_the_own_layout_is_known() {
    let headers: Vec<String> = contacts_csv::COLUMNS.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(recognise(&headers), ImportLayout::Forecourt);
    let mapping = guess(&headers);
    assert_eq!(mapping.values().map(Vec::len).sum::<usize>(), headers.len(), "{mapping:?}");
    assert_eq!(mapping["street"], ["address1", "address2"]);
    assert_eq!(mapping["consent_post"], ["consent_post"]);
    assert_eq!(mapping["reference"], ["contact_ref"]);
}

#[test]
fn outlook_columns_go_where_they_belong() {
    let mapping = of(&[
        "Title",
        "First Name",
        "Middle Name",
        "Last Name",
        "Suffix",
        "Company",
        "Job Title",
        "Business Street",
        "Business Street 2",
        "Business City",
        "Business State",
        "Business Postal Code",
        "Business Country/Region",
        "Home Street",
        "Home City",
        "Home Postal Code",
        "Other Street",
        "Assistant's Phone",
        "Business Fax",
        "Business Phone",
        "Business Phone 2",
        "Company Main Phone",
        "Home Phone",
        "Mobile Phone",
        "Other Phone",
        "Primary Phone",
        "Pager",
        "Birthday",
        "E-mail Address",
        "E-mail Type",
        "E-mail Display Name",
        "E-mail 2 Address",
        "Notes",
        "Business Address PO Box",
    ]);
    assert_eq!(mapping["street_2"], ["Business Street", "Business Street 2", "Business Address PO Box"]);
    assert_eq!(mapping["town"], ["Home City"]);
    assert_eq!(mapping["street_3"], ["Other Street"]);
    assert_eq!(mapping["phone_work"], ["Business Phone", "Business Phone 2", "Company Main Phone"]);
    assert_eq!(mapping["phone"], ["Other Phone", "Primary Phone"]);
    assert_eq!(mapping["email"], ["E-mail Address", "E-mail 2 Address"]);
    assert_eq!(mapping["title"], ["Title"], "a job title is no title");
    assert!(!mapping.values().flatten().any(|header| header.contains("Fax") || header.contains("Assistant")));
}

#[test]
fn both_layouts_of_google_are_known() {
    for headers in [
        vec![
            "Name",
            "Given Name",
            "Additional Name",
            "Family Name",
            "Name Prefix",
            "Group Membership",
            "E-mail 1 - Type",
            "E-mail 1 - Value",
            "Phone 1 - Type",
            "Phone 1 - Value",
            "Address 1 - Formatted",
            "Address 1 - Street",
            "Address 1 - City",
            "Address 1 - Postal Code",
            "Organization 1 - Name",
        ],
        vec![
            "First Name",
            "Middle Name",
            "Last Name",
            "Name Prefix",
            "File As",
            "Organization Name",
            "Labels",
            "E-mail 1 - Label",
            "E-mail 1 - Value",
            "Phone 1 - Label",
            "Phone 1 - Value",
            "Address 1 - Street",
            "Address 1 - City",
            "Address 1 - Postal Code",
            "Address 2 - City",
        ],
    ] {
        let owned: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        assert_eq!(recognise(&owned), ImportLayout::Google);
        let mapping = guess(&owned);
        assert_eq!(mapping["email"], ["E-mail 1 - Value"]);
        assert_eq!(mapping["phone"], ["Phone 1 - Value"]);
        assert_eq!(mapping["town"], ["Address 1 - City"]);
        assert!(mapping.contains_key("company") && !mapping.contains_key("full_name"), "{mapping:?}");
    }
}

#[test]
fn other_files_are_guessed_and_an_opt_out_never_becomes_consent() {
    let mapping = of(&[
        "Surname",
        "Forename",
        "Tel",
        "Mobile No.",
        "EMAIL",
        "Address 1",
        "Address 2",
        "Post Code",
        "Reg No",
        "Email opt-in",
        "Email opt out",
        "Opt-out",
    ]);
    assert_eq!(mapping["last_name"], ["Surname"]);
    assert_eq!(mapping["phone_mobile"], ["Mobile No."]);
    assert_eq!(mapping["phone"], ["Tel"]);
    assert_eq!(mapping["street"], ["Address 1", "Address 2"]);
    assert_eq!(mapping["consent_email"], ["Email opt-in"]);
    assert_eq!(mapping["suppressed"], ["Opt-out"]);
    assert_eq!(mapping["email"], ["EMAIL"]);
    assert_eq!(mapping["registration"], ["Reg No"]);
}
