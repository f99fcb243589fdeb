use super::*;

#[test]
fn opt_out_columns_of_the_usual_systems_are_known_channel_by_channel() {
    for (system, header, bits) in [
        ("Mautic", "Do Not Email", EMAIL),
        ("Mautic", "doNotContact", EXCLUDED),
        ("Mautic", "DNC", EXCLUDED),
        ("HubSpot", "Unsubscribed from all email", EMAIL),
        ("HubSpot", "Opted out of email: Marketing Information", EMAIL),
        ("HubSpot", "hs_email_optout_28765432", EMAIL),
        ("Salesforce", "Email Opt Out", EMAIL),
        ("Salesforce", "HasOptedOutOfEmail", EMAIL),
        ("Salesforce", "Do Not Call", PHONE),
        ("Salesforce", "DoNotCall", PHONE),
        ("Salesforce", "HasOptedOutSolicit", EXCLUDED),
        ("Salesforce", "SMS_Opt_Out__c", SMS),
        ("Salesforce", "npsp__Do_Not_Contact__c", EXCLUDED),
        ("CiviCRM", "Do Not Email", EMAIL),
        ("CiviCRM", "Do Not Phone", PHONE),
        ("CiviCRM", "Do Not Mail", POST),
        ("CiviCRM", "Do Not SMS", SMS),
        ("CiviCRM", "do_not_sms", SMS),
        ("CiviCRM", "No Bulk Emails (User Opt Out)", EMAIL),
        ("CiviCRM", "is_opt_out", EXCLUDED),
        ("CiviCRM", "Deceased", EXCLUDED),
        ("Dynamics", "Do not allow Emails", EMAIL),
        ("Dynamics", "Do not allow Bulk Emails", EMAIL),
        ("Dynamics", "Do not allow Phone Calls", PHONE),
        ("Dynamics", "Do not allow Mails", POST),
        ("Dynamics", "donotemail", EMAIL),
        ("Dynamics", "donotbulkemail", EMAIL),
        ("Dynamics", "donotphone", PHONE),
        ("Dynamics", "donotpostalmail", POST),
        ("Dynamics", "donotsendmm", EXCLUDED),
        ("Mailchimp", "UNSUB_TIME", EMAIL),
        ("Mailchimp", "CLEAN_TIME", EMAIL),
        ("Outlook", "Do Not Send Letter", POST),
        ("others", "Unsubscribed", EXCLUDED),
        ("others", "Unsubscribed from mailing list", EMAIL),
        ("others", "Marketing opt-out", EXCLUDED),
        ("others", "Suppressed", EXCLUDED),
        ("others", "No Marketing", EXCLUDED),
        ("others", "No calls", PHONE),
        ("others", "Customer wants no calls", PHONE),
        ("others", "Not subscribed", EXCLUDED),
        ("others", "TPS registered", PHONE),
        ("others", "Nicht anrufen", PHONE),
        ("others", "Keine E-Mail", EMAIL),
        ("others", "Ne pas contacter", EXCLUDED),
        ("others", "Don't call or text", PHONE | SMS),
        ("others", "Mobile opt out", PHONE | SMS),
        ("others", "WhatsApp opt out", SOCIAL),
        ("others", "Consent withdrawn: email", EMAIL),
        ("others", "Not opted in to SMS", SMS),
    ] {
        assert_eq!(refused_by(header), bits, "{system}: {header}");
        assert!(fields(header).is_some_and(|fields| fields.len() == bits.count_ones() as usize), "{header}");
    }
}

#[test]
fn what_an_import_records_nothing_of_is_left_out_and_never_a_yes() {
    for header in
        ["Fax Opt Out", "HasOptedOutOfFax", "donotfax", "HasOptedOutTracking", "Do Not Trade", "UNSUB_REASON"]
    {
        assert!(says_no(header) && fields(header).is_some_and(|fields| fields.is_empty()), "{header}");
    }
    for header in [
        "Email",
        "Mobile No",
        "No. of vehicles",
        "No postcode",
        "Consent Email",
        "Email opt-in",
        "Email opt-in/opt-out",
        "Finance declined",
        "TPS checked",
        "Customer no",
        "Marketing preference: post",
        "Notes",
        "Orthodontist phone",
        "Non-marketing contact",
        "Telephone",
        "Context",
        "Norman",
    ] {
        assert_eq!((says_no(header), fields(header)), (false, None), "{header}");
    }
}
