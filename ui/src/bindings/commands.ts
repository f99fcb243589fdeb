// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type * as T from "./types";

export type * from "./types";

export interface Commands {
  show_startup: { input: T.ShowStartup; reply: T.StartupView };
  set_up_dealership: { input: T.SetUpDealership; reply: T.RecoveryKeyView };
  print_emergency_sheet: { input: T.PrintEmergencySheet; reply: T.HandedOver };
  confirm_recovery_key: { input: T.ConfirmRecoveryKey; reply: T.StartupView };
  renew_recovery_key: { input: T.RenewRecoveryKey; reply: T.RecoveryKeyView };
  unlock_with_recovery_key: { input: T.UnlockWithRecoveryKey; reply: T.StartupView };
  retry_unlock: { input: T.RetryUnlock; reply: T.StartupView };
  salvage_copy: { input: T.SalvageCopy; reply: T.SalvagedCopy };
  set_up_again: { input: T.SetUpAgain; reply: T.StartupView };
  sign_in: { input: T.SignIn; reply: T.SessionView };
  sign_out: { input: T.SignOut; reply: T.Done };
  lock: { input: T.Lock; reply: T.Done };
  unlock: { input: T.Unlock; reply: T.SessionView };
  touch: { input: T.Touch; reply: T.Done };
  show_session: { input: T.ShowSession; reply: T.SessionView };
  change_own_password: { input: T.ChangeOwnPassword; reply: T.Done };
  list_sign_ins: { input: T.ListSignIns; reply: T.Page<T.SignInEntry> };
  print_sign_ins: { input: T.PrintSignIns; reply: T.HandedOver };
  export_sign_ins: { input: T.ExportSignIns; reply: T.HandedOver };
  list_employees: { input: T.ListEmployees; reply: Array<T.EmployeeView> };
  create_employee: { input: T.CreateEmployee; reply: T.EmployeeView };
  update_employee: { input: T.UpdateEmployee; reply: T.EmployeeView };
  reset_password: { input: T.ResetPassword; reply: T.Done };
  check_password: { input: T.CheckPassword; reply: T.PasswordStrength };
  acknowledge_account_changes: { input: T.AcknowledgeAccountChanges; reply: T.Done };
  update_dealership: { input: T.UpdateDealership; reply: T.Done };
  keep_draft: { input: T.KeepDraft; reply: T.Done };
  get_draft: { input: T.GetDraft; reply: T.DraftView };
  drop_draft: { input: T.DropDraft; reply: T.Done };
  list_contacts: { input: T.ListContacts; reply: T.Page<T.ContactLine> };
  contact_lines: { input: T.ContactLines; reply: Array<T.ContactLine> };
  list_contact_ids: { input: T.ListContactIds; reply: Array<T.ContactId> };
  locate_contact: { input: T.LocateContact; reply: T.ContactRowNumber };
  list_contact_choices: { input: T.ListContactChoices; reply: T.ContactChoices };
  get_contact: { input: T.GetContact; reply: T.ContactView };
  create_contact: { input: T.CreateContact; reply: T.ContactView };
  find_contact: { input: T.FindContact; reply: T.FoundContact };
  update_contact: { input: T.UpdateContact; reply: T.ContactView };
  record_death: { input: T.RecordDeath; reply: T.ContactView };
  undo_death: { input: T.UndoDeath; reply: T.ContactView };
  record_gone_away: { input: T.RecordGoneAway; reply: T.ContactView };
  undo_gone_away: { input: T.UndoGoneAway; reply: T.ContactView };
  check_phone: { input: T.CheckPhone; reply: T.PhoneView };
  check_typed_name: { input: T.CheckTypedName; reply: T.TypedName };
  similar_contacts: { input: T.SimilarContacts; reply: Array<T.ContactLine> };
  check_placeholder: { input: T.CheckPlaceholder; reply: T.PlaceholderChecked };
  suggest_placeholders: { input: T.SuggestPlaceholders; reply: Array<T.PlaceholderSuggestion> };
  accept_placeholder: { input: T.AcceptPlaceholder; reply: T.PlaceholderAccepted };
  list_addresses_to_fix: { input: T.ListAddressesToFix; reply: T.Page<T.AddressToFix> };
  print_addresses_to_fix: { input: T.PrintAddressesToFix; reply: T.HandedOver };
  export_addresses_to_fix: { input: T.ExportAddressesToFix; reply: T.HandedOver };
  export_contacts: { input: T.ExportContacts; reply: T.HandedOver };
  print_contacts: { input: T.PrintContacts; reply: T.HandedOver };
  search_contacts: { input: T.SearchContacts; reply: T.ContactMatches };
  list_vehicles: { input: T.ListVehicles; reply: T.Page<T.VehicleRow> };
  get_vehicle: { input: T.GetVehicle; reply: T.VehicleView };
  create_vehicle: { input: T.CreateVehicle; reply: T.VehicleView };
  update_vehicle: { input: T.UpdateVehicle; reply: T.VehicleView };
  change_plate: { input: T.ChangePlate; reply: T.VehicleView };
  change_keeper: { input: T.ChangeKeeper; reply: T.VehicleView };
  search_vehicles: { input: T.SearchVehicles; reply: T.VehicleMatches };
  list_contact_vehicles: { input: T.ListContactVehicles; reply: Array<T.ContactVehicleRow> };
  export_vehicles: { input: T.ExportVehicles; reply: T.HandedOver };
  print_vehicles: { input: T.PrintVehicles; reply: T.HandedOver };
  look_up_plate: { input: T.LookUpPlate; reply: T.LookedUpView };
  get_plate_look_up: { input: T.GetPlateLookUp; reply: T.PlateLookUpView };
  keep_dvla_key: { input: T.KeepDvlaKey; reply: T.Done };
  keep_dvsa_keys: { input: T.KeepDvsaKeys; reply: T.Done };
  remove_plate_key: { input: T.RemovePlateKey; reply: T.Done };
  test_plate_look_up: { input: T.TestPlateLookUp; reply: T.TestedView };
  list_resources: { input: T.ListResources; reply: Array<T.ResourceView> };
  save_resource: { input: T.SaveResource; reply: Array<T.ResourceView> };
  get_diary: { input: T.GetDiary; reply: T.DiaryView };
  get_booking: { input: T.GetBooking; reply: T.BookingView };
  save_booking: { input: T.SaveBooking; reply: T.BookingView };
  move_booking: { input: T.MoveBooking; reply: T.BookingView };
  set_booking_status: { input: T.SetBookingStatus; reply: T.BookingView };
  cancel_booking: { input: T.CancelBooking; reply: T.BookingView };
  list_contact_bookings: { input: T.ListContactBookings; reply: T.ContactBookings };
  list_bookings: { input: T.ListBookings; reply: T.Page<T.BookingLine> };
  print_bookings: { input: T.PrintBookings; reply: T.HandedOver };
  export_bookings: { input: T.ExportBookings; reply: T.HandedOver };
  open_job_card: { input: T.OpenJobCard; reply: T.JobCardView };
  get_job_card: { input: T.GetJobCard; reply: T.JobCardView };
  update_job_card: { input: T.UpdateJobCard; reply: T.JobCardView };
  set_job_status: { input: T.SetJobStatus; reply: T.JobCardView };
  sum_job_lines: { input: T.SumJobLines; reply: T.JobLinesSum };
  print_job_card: { input: T.PrintJobCard; reply: T.HandedOver };
  list_job_cards: { input: T.ListJobCards; reply: T.Page<T.JobCardLine> };
  print_job_cards: { input: T.PrintJobCards; reply: T.HandedOver };
  export_job_cards: { input: T.ExportJobCards; reply: T.HandedOver };
  list_contact_job_cards: { input: T.ListContactJobCards; reply: T.Page<T.JobCardLine> };
  list_parts: { input: T.ListParts; reply: T.Page<T.PartLine> };
  print_parts: { input: T.PrintParts; reply: T.HandedOver };
  export_parts: { input: T.ExportParts; reply: T.HandedOver };
  find_parts: { input: T.FindParts; reply: Array<T.FoundPart> };
  get_part: { input: T.GetPart; reply: T.PartView };
  list_part_movements: { input: T.ListPartMovements; reply: T.Page<T.MovementView> };
  create_part: { input: T.CreatePart; reply: T.PartView };
  update_part: { input: T.UpdatePart; reply: T.PartView };
  receive_part: { input: T.ReceivePart; reply: T.PartView };
  count_part: { input: T.CountPart; reply: T.PartView };
  sum_parts_sale: { input: T.SumPartsSale; reply: T.SaleSum };
  draft_invoice: { input: T.DraftInvoice; reply: T.InvoiceView };
  get_invoice: { input: T.GetInvoice; reply: T.InvoiceView };
  sum_invoice: { input: T.SumInvoice; reply: T.InvoiceSums };
  update_invoice: { input: T.UpdateInvoice; reply: T.InvoiceView };
  drop_invoice: { input: T.DropInvoice; reply: T.Done };
  post_invoice: { input: T.PostInvoice; reply: T.PostedInvoice };
  credit_invoice: { input: T.CreditInvoice; reply: T.InvoiceView };
  print_invoice: { input: T.PrintInvoice; reply: T.HandedOver };
  save_invoice: { input: T.SaveInvoice; reply: T.HandedOver };
  email_invoice: { input: T.EmailInvoice; reply: T.EmailedInvoice };
  list_invoices: { input: T.ListInvoices; reply: T.Page<T.InvoiceRow> };
  print_invoices: { input: T.PrintInvoices; reply: T.HandedOver };
  export_invoices: { input: T.ExportInvoices; reply: T.HandedOver };
  list_contact_invoices: { input: T.ListContactInvoices; reply: T.Page<T.InvoiceRow> };
  find_invoices: { input: T.FindInvoices; reply: Array<T.InvoiceRow> };
  list_invoice_series: { input: T.ListInvoiceSeries; reply: Array<T.InvoiceSeries> };
  start_invoice_series: { input: T.StartInvoiceSeries; reply: T.Done };
  choose_import_file: { input: T.ChooseImportFile; reply: T.ChosenFile };
  inspect_import: { input: T.InspectImport; reply: T.ImportInspection };
  run_import: { input: T.RunImport; reply: T.ImportReport };
  list_imports: { input: T.ListImports; reply: Array<T.ImportLine> };
  undo_import: { input: T.UndoImport; reply: T.Undone };
  inspect_carry_over: { input: T.InspectCarryOver; reply: T.CarryOverInspection };
  run_carry_over: { input: T.RunCarryOver; reply: T.CarryOverReport };
  follow_job: { input: T.FollowJob; reply: T.JobProgress };
  cancel_job: { input: T.CancelJob; reply: T.Done };
  begin_consent: { input: T.BeginConsent; reply: T.ConsentBeginning };
  get_consent: { input: T.GetConsent; reply: T.ConsentView };
  preview_consent: { input: T.PreviewConsent; reply: T.ConsentPreview };
  save_consent: { input: T.SaveConsent; reply: T.ConsentView };
  set_exclusion: { input: T.SetExclusion; reply: T.ConsentView };
  stop_channel: { input: T.StopChannel; reply: T.ConsentView };
  undo_stop: { input: T.UndoStop; reply: T.ConsentView };
  defer_review: { input: T.DeferReview; reply: T.ConsentView };
  explain_channel: { input: T.ExplainChannel; reply: T.WhyView };
  consent_as_at: { input: T.ConsentAsAt; reply: T.AsAtView };
  check_contactable: { input: T.CheckContactable; reply: T.ContactableView };
  reset_preferences: { input: T.ResetPreferences; reply: T.ResetReport };
  list_notices: { input: T.ListNotices; reply: Array<T.NoticeVersion> };
  make_receipt: { input: T.MakeReceipt; reply: T.MadeReceipt };
  find_receipt: { input: T.FindReceipt; reply: T.FoundReceipt };
  list_history: { input: T.ListHistory; reply: T.Page<T.HistoryEntry> };
  print_history: { input: T.PrintHistory; reply: T.HandedOver };
  print_as_at: { input: T.PrintAsAt; reply: T.HandedOver };
  export_access: { input: T.ExportAccess; reply: T.AccessExport };
  preview_erasure: { input: T.PreviewErasure; reply: T.ErasurePreview };
  find_remains: { input: T.FindRemains; reply: T.Remains };
  erase_contact: { input: T.EraseContact; reply: T.Gone };
  list_erasures: { input: T.ListErasures; reply: T.ErasurePage };
  export_erasures: { input: T.ExportErasures; reply: T.HandedOver };
  print_erasures: { input: T.PrintErasures; reply: T.HandedOver };
  print_capture_forms: { input: T.PrintCaptureForms; reply: T.CaptureForms };
  check_portal_link: { input: T.CheckPortalLink; reply: T.PortalLinkChecked };
  prepare_portal_link: { input: T.PreparePortalLink; reply: T.PortalLinkPrepared };
  prepare_portal_links: { input: T.PreparePortalLinks; reply: T.PortalLinksPrepared };
  list_reconsent: { input: T.ListReconsent; reply: T.ReconsentPage };
  list_reconsent_ids: { input: T.ListReconsentIds; reply: Array<T.ContactId> };
  count_reconsent: { input: T.CountReconsent; reply: T.ReconsentCount };
  print_reconsent: { input: T.PrintReconsent; reply: T.HandedOver };
  export_reconsent: { input: T.ExportReconsent; reply: T.HandedOver };
  list_report_audit: { input: T.ListReportAudit; reply: T.Page<T.ReportAuditEntry> };
  print_report_audit: { input: T.PrintReportAudit; reply: T.HandedOver };
  export_report_audit: { input: T.ExportReportAudit; reply: T.HandedOver };
  release_hand_over: { input: T.ReleaseHandOver; reply: T.Done };
  show_in_folder: { input: T.ShowInFolder; reply: null };
  preview_profile: { input: T.PreviewProfile; reply: T.ProfileChanges };
  apply_profile: { input: T.ApplyProfile; reply: T.ProfileChanges };
  get_settings: { input: T.GetSettings; reply: T.SettingsView };
  change_gdpr_setting: { input: T.ChangeGdprSetting; reply: T.Done };
  change_system_setting: { input: T.ChangeSystemSetting; reply: T.Done };
  update_workstation: { input: T.UpdateWorkstation; reply: T.Done };
  accept_clock: { input: T.AcceptClock; reply: T.Done };
  accept_ledger_head: { input: T.AcceptLedgerHead; reply: T.Done };
  set_appearance: { input: T.SetAppearance; reply: T.Done };
  choose_save_folder: { input: T.ChooseSaveFolder; reply: T.ChosenFolder };
  list_setting_changes: { input: T.ListSettingChanges; reply: T.Page<T.SettingChange> };
  print_setting_changes: { input: T.PrintSettingChanges; reply: T.HandedOver };
  export_setting_changes: { input: T.ExportSettingChanges; reply: T.HandedOver };
  verify_ledger: { input: T.VerifyLedger; reply: T.LedgerView };
}

/** A kind of cached answer. */
export type Tag = "consent" | "contact" | "contacts" | "diary" | "drafts" | "employees" | "erasures" | "history" | "imports" | "invoices" | "job_cards" | "parts" | "portal" | "report_audit" | "session" | "settings" | "vehicles";

export const READS: Record<keyof Commands, readonly Tag[]> = {
  show_startup: ["session"],
  set_up_dealership: [],
  print_emergency_sheet: [],
  confirm_recovery_key: [],
  renew_recovery_key: [],
  unlock_with_recovery_key: [],
  retry_unlock: [],
  salvage_copy: [],
  set_up_again: [],
  sign_in: [],
  sign_out: [],
  lock: [],
  unlock: [],
  touch: [],
  show_session: ["session", "settings"],
  change_own_password: [],
  list_sign_ins: ["employees", "session"],
  print_sign_ins: [],
  export_sign_ins: [],
  list_employees: ["employees"],
  create_employee: [],
  update_employee: [],
  reset_password: [],
  check_password: [],
  acknowledge_account_changes: [],
  update_dealership: [],
  keep_draft: [],
  get_draft: ["drafts"],
  drop_draft: [],
  list_contacts: ["contacts"],
  contact_lines: ["contacts"],
  list_contact_ids: ["contacts"],
  locate_contact: ["contacts"],
  list_contact_choices: ["contacts", "contact", "imports"],
  get_contact: ["contact", "consent"],
  create_contact: [],
  find_contact: [],
  update_contact: [],
  record_death: [],
  undo_death: [],
  record_gone_away: [],
  undo_gone_away: [],
  check_phone: [],
  check_typed_name: [],
  similar_contacts: ["contacts"],
  check_placeholder: ["settings"],
  suggest_placeholders: ["settings", "contacts", "contact"],
  accept_placeholder: [],
  list_addresses_to_fix: ["contacts", "contact"],
  print_addresses_to_fix: [],
  export_addresses_to_fix: [],
  export_contacts: [],
  print_contacts: [],
  search_contacts: ["contacts"],
  list_vehicles: ["vehicles", "contacts"],
  get_vehicle: ["vehicles", "contact", "consent", "settings", "diary", "job_cards", "invoices"],
  create_vehicle: [],
  update_vehicle: [],
  change_plate: [],
  change_keeper: [],
  search_vehicles: ["vehicles", "contacts"],
  list_contact_vehicles: ["vehicles", "contact"],
  export_vehicles: [],
  print_vehicles: [],
  look_up_plate: [],
  get_plate_look_up: ["settings"],
  keep_dvla_key: [],
  keep_dvsa_keys: [],
  remove_plate_key: [],
  test_plate_look_up: [],
  list_resources: ["diary"],
  save_resource: [],
  get_diary: ["diary", "contact", "vehicles"],
  get_booking: ["diary", "contact", "vehicles"],
  save_booking: [],
  move_booking: [],
  set_booking_status: [],
  cancel_booking: [],
  list_contact_bookings: ["diary", "contact", "vehicles"],
  list_bookings: ["diary", "contact", "vehicles"],
  print_bookings: [],
  export_bookings: [],
  open_job_card: [],
  get_job_card: ["job_cards", "contact", "vehicles", "diary", "invoices", "settings", "consent"],
  update_job_card: [],
  set_job_status: [],
  sum_job_lines: [],
  print_job_card: [],
  list_job_cards: ["job_cards", "contact", "vehicles", "diary"],
  print_job_cards: [],
  export_job_cards: [],
  list_contact_job_cards: ["job_cards", "contact", "vehicles", "diary"],
  list_parts: ["parts"],
  print_parts: [],
  export_parts: [],
  find_parts: ["parts"],
  get_part: ["parts"],
  list_part_movements: ["parts"],
  create_part: [],
  update_part: [],
  receive_part: [],
  count_part: [],
  sum_parts_sale: ["parts"],
  draft_invoice: [],
  get_invoice: ["invoices", "job_cards", "parts", "contact", "consent", "settings"],
  sum_invoice: [],
  update_invoice: [],
  drop_invoice: [],
  post_invoice: [],
  credit_invoice: [],
  print_invoice: [],
  save_invoice: [],
  email_invoice: [],
  list_invoices: ["invoices", "contacts"],
  print_invoices: [],
  export_invoices: [],
  list_contact_invoices: ["invoices", "contact"],
  find_invoices: ["invoices"],
  list_invoice_series: ["invoices", "settings"],
  start_invoice_series: [],
  choose_import_file: [],
  inspect_import: [],
  run_import: [],
  list_imports: ["imports", "contacts"],
  undo_import: [],
  inspect_carry_over: [],
  run_carry_over: [],
  follow_job: [],
  cancel_job: [],
  begin_consent: ["settings"],
  get_consent: ["consent"],
  preview_consent: ["consent", "settings"],
  save_consent: [],
  set_exclusion: [],
  stop_channel: [],
  undo_stop: [],
  defer_review: [],
  explain_channel: ["consent", "contact", "settings"],
  consent_as_at: ["consent", "contact", "settings"],
  check_contactable: ["consent"],
  reset_preferences: [],
  list_notices: ["settings"],
  make_receipt: [],
  find_receipt: ["consent", "contact", "contacts"],
  list_history: ["history"],
  print_history: [],
  print_as_at: [],
  export_access: [],
  preview_erasure: ["contact", "consent", "history"],
  find_remains: ["contact", "consent", "history"],
  erase_contact: [],
  list_erasures: ["erasures", "settings"],
  export_erasures: [],
  print_erasures: [],
  print_capture_forms: [],
  check_portal_link: ["consent", "contact", "settings", "portal"],
  prepare_portal_link: [],
  prepare_portal_links: [],
  list_reconsent: ["contacts", "contact", "consent", "settings"],
  list_reconsent_ids: ["contacts", "contact", "consent", "settings"],
  count_reconsent: ["contacts", "contact", "consent", "settings"],
  print_reconsent: [],
  export_reconsent: [],
  list_report_audit: ["report_audit"],
  print_report_audit: [],
  export_report_audit: [],
  release_hand_over: [],
  show_in_folder: [],
  preview_profile: ["settings"],
  apply_profile: [],
  get_settings: ["settings"],
  change_gdpr_setting: [],
  change_system_setting: [],
  update_workstation: [],
  accept_clock: [],
  accept_ledger_head: [],
  set_appearance: [],
  choose_save_folder: [],
  list_setting_changes: ["settings"],
  print_setting_changes: [],
  export_setting_changes: [],
  verify_ledger: [],
};

export const CHANGES: Record<keyof Commands, readonly Tag[]> = {
  show_startup: [],
  set_up_dealership: ["session"],
  print_emergency_sheet: [],
  confirm_recovery_key: ["session"],
  renew_recovery_key: ["session", "settings"],
  unlock_with_recovery_key: ["session"],
  retry_unlock: ["session"],
  salvage_copy: [],
  set_up_again: ["session"],
  sign_in: ["session"],
  sign_out: ["session"],
  lock: ["session"],
  unlock: ["session"],
  touch: [],
  show_session: [],
  change_own_password: ["employees"],
  list_sign_ins: [],
  print_sign_ins: ["report_audit"],
  export_sign_ins: ["report_audit"],
  list_employees: [],
  create_employee: ["employees", "session"],
  update_employee: ["employees", "session"],
  reset_password: ["employees", "session"],
  check_password: [],
  acknowledge_account_changes: ["session"],
  update_dealership: ["settings", "session"],
  keep_draft: ["drafts"],
  get_draft: [],
  drop_draft: ["drafts"],
  list_contacts: [],
  contact_lines: [],
  list_contact_ids: [],
  locate_contact: [],
  list_contact_choices: [],
  get_contact: [],
  create_contact: ["contacts", "vehicles", "consent"],
  find_contact: [],
  update_contact: ["contacts", "contact", "vehicles", "consent", "history"],
  record_death: ["contacts", "contact", "consent", "history", "portal"],
  undo_death: ["contacts", "contact", "consent", "history"],
  record_gone_away: ["contacts", "contact", "consent", "history"],
  undo_gone_away: ["contacts", "contact", "consent", "history"],
  check_phone: [],
  check_typed_name: [],
  similar_contacts: [],
  check_placeholder: [],
  suggest_placeholders: [],
  accept_placeholder: ["contacts", "contact", "consent", "history", "settings"],
  list_addresses_to_fix: [],
  print_addresses_to_fix: ["report_audit"],
  export_addresses_to_fix: ["report_audit"],
  export_contacts: ["report_audit"],
  print_contacts: ["report_audit"],
  search_contacts: [],
  list_vehicles: [],
  get_vehicle: [],
  create_vehicle: ["vehicles", "contacts", "contact", "history"],
  update_vehicle: ["vehicles", "contacts", "contact", "history"],
  change_plate: ["vehicles", "contacts", "contact", "history"],
  change_keeper: ["vehicles", "contacts", "contact", "history"],
  search_vehicles: [],
  list_contact_vehicles: [],
  export_vehicles: ["report_audit"],
  print_vehicles: ["report_audit"],
  look_up_plate: [],
  get_plate_look_up: [],
  keep_dvla_key: ["settings"],
  keep_dvsa_keys: ["settings"],
  remove_plate_key: ["settings"],
  test_plate_look_up: [],
  list_resources: [],
  save_resource: ["diary"],
  get_diary: [],
  get_booking: [],
  save_booking: ["diary", "history"],
  move_booking: ["diary", "history"],
  set_booking_status: ["diary", "history"],
  cancel_booking: ["diary", "history"],
  list_contact_bookings: [],
  list_bookings: [],
  print_bookings: ["report_audit"],
  export_bookings: ["report_audit"],
  open_job_card: ["job_cards", "diary", "vehicles", "history"],
  get_job_card: [],
  update_job_card: ["job_cards", "vehicles", "history"],
  set_job_status: ["job_cards", "vehicles", "history"],
  sum_job_lines: [],
  print_job_card: ["history", "report_audit"],
  list_job_cards: [],
  print_job_cards: ["report_audit"],
  export_job_cards: ["report_audit"],
  list_contact_job_cards: [],
  list_parts: [],
  print_parts: ["report_audit"],
  export_parts: ["report_audit"],
  find_parts: [],
  get_part: [],
  list_part_movements: [],
  create_part: ["parts"],
  update_part: ["parts"],
  receive_part: ["parts"],
  count_part: ["parts"],
  sum_parts_sale: [],
  draft_invoice: ["invoices", "job_cards", "history"],
  get_invoice: [],
  sum_invoice: [],
  update_invoice: ["invoices", "job_cards", "history"],
  drop_invoice: ["invoices", "job_cards", "history"],
  post_invoice: ["invoices", "job_cards", "parts", "contact", "history"],
  credit_invoice: ["invoices", "job_cards", "parts", "contact", "history"],
  print_invoice: ["history", "report_audit"],
  save_invoice: ["history", "report_audit"],
  email_invoice: ["history", "report_audit"],
  list_invoices: [],
  print_invoices: ["report_audit"],
  export_invoices: ["report_audit"],
  list_contact_invoices: [],
  find_invoices: [],
  list_invoice_series: [],
  start_invoice_series: ["invoices", "settings"],
  choose_import_file: [],
  inspect_import: [],
  run_import: ["contacts", "contact", "vehicles", "consent", "history", "imports"],
  list_imports: [],
  undo_import: ["contacts", "contact", "vehicles", "consent", "history", "imports"],
  inspect_carry_over: [],
  run_carry_over: ["contacts", "contact", "consent", "history"],
  follow_job: [],
  cancel_job: [],
  begin_consent: [],
  get_consent: [],
  preview_consent: [],
  save_consent: ["consent", "contact", "contacts", "history"],
  set_exclusion: ["consent", "contact", "contacts", "history"],
  stop_channel: ["consent", "contact", "contacts", "history"],
  undo_stop: ["consent", "contact", "contacts", "history"],
  defer_review: ["consent", "history"],
  explain_channel: [],
  consent_as_at: [],
  check_contactable: [],
  reset_preferences: ["contacts", "contact", "consent", "history"],
  list_notices: [],
  make_receipt: ["history", "report_audit"],
  find_receipt: [],
  list_history: [],
  print_history: ["history", "report_audit"],
  print_as_at: ["history", "report_audit"],
  export_access: ["history", "report_audit"],
  preview_erasure: [],
  find_remains: [],
  erase_contact: ["contacts", "contact", "vehicles", "consent", "history", "erasures", "report_audit"],
  list_erasures: [],
  export_erasures: ["report_audit"],
  print_erasures: ["report_audit"],
  print_capture_forms: ["history", "report_audit"],
  check_portal_link: [],
  prepare_portal_link: ["history", "portal"],
  prepare_portal_links: ["history", "portal"],
  list_reconsent: [],
  list_reconsent_ids: [],
  count_reconsent: [],
  print_reconsent: ["report_audit"],
  export_reconsent: ["report_audit"],
  list_report_audit: [],
  print_report_audit: ["report_audit"],
  export_report_audit: ["report_audit"],
  release_hand_over: ["employees"],
  show_in_folder: [],
  preview_profile: [],
  apply_profile: ["settings", "session", "contacts", "contact", "consent"],
  get_settings: [],
  change_gdpr_setting: ["settings", "session", "contacts", "contact", "consent"],
  change_system_setting: ["settings", "session", "contacts", "contact", "consent"],
  update_workstation: ["settings", "session"],
  accept_clock: ["settings", "session", "contacts", "contact", "consent"],
  accept_ledger_head: ["session", "settings"],
  set_appearance: ["session"],
  choose_save_folder: [],
  list_setting_changes: [],
  print_setting_changes: ["report_audit"],
  export_setting_changes: ["report_audit"],
  verify_ledger: [],
};

/** The rights a command asks for: one right of every group. `open` asks for nobody in particular; `input` may ask for these beside them. */
export interface Permit {
  open: boolean;
  groups: readonly (readonly T.Right[])[];
  input: readonly T.Right[];
}

export const PERMITS: Record<keyof Commands, Permit> = {
  show_startup: { open: true, groups: [], input: [] },
  set_up_dealership: { open: true, groups: [], input: [] },
  print_emergency_sheet: { open: false, groups: [["change_gdpr_option"]], input: [] },
  confirm_recovery_key: { open: false, groups: [["change_gdpr_option"]], input: [] },
  renew_recovery_key: { open: false, groups: [["change_gdpr_option"]], input: [] },
  unlock_with_recovery_key: { open: true, groups: [], input: [] },
  retry_unlock: { open: true, groups: [], input: [] },
  salvage_copy: { open: true, groups: [], input: [] },
  set_up_again: { open: true, groups: [], input: [] },
  sign_in: { open: true, groups: [], input: [] },
  sign_out: { open: true, groups: [], input: [] },
  lock: { open: true, groups: [], input: [] },
  unlock: { open: true, groups: [], input: [] },
  touch: { open: false, groups: [], input: [] },
  show_session: { open: false, groups: [], input: [] },
  change_own_password: { open: false, groups: [], input: [] },
  list_sign_ins: { open: false, groups: [["access_settings"]], input: [] },
  print_sign_ins: { open: false, groups: [["access_settings"]], input: [] },
  export_sign_ins: { open: false, groups: [["access_settings"]], input: [] },
  list_employees: { open: false, groups: [], input: [] },
  create_employee: { open: false, groups: [["access_settings"], ["employee_records"]], input: [] },
  update_employee: { open: false, groups: [["access_settings"], ["employee_records"]], input: [] },
  reset_password: { open: false, groups: [["access_settings"], ["employee_records"]], input: [] },
  check_password: { open: false, groups: [], input: [] },
  acknowledge_account_changes: { open: false, groups: [], input: [] },
  update_dealership: { open: false, groups: [["access_settings"]], input: [] },
  keep_draft: { open: false, groups: [], input: [] },
  get_draft: { open: false, groups: [], input: [] },
  drop_draft: { open: false, groups: [], input: [] },
  list_contacts: { open: false, groups: [], input: [] },
  contact_lines: { open: false, groups: [], input: [] },
  list_contact_ids: { open: false, groups: [], input: [] },
  locate_contact: { open: false, groups: [], input: [] },
  list_contact_choices: { open: false, groups: [], input: [] },
  get_contact: { open: false, groups: [], input: [] },
  create_contact: { open: false, groups: [], input: [] },
  find_contact: { open: false, groups: [], input: [] },
  update_contact: { open: false, groups: [], input: [] },
  record_death: { open: false, groups: [], input: [] },
  undo_death: { open: false, groups: [["gdpr_rights_requests"]], input: [] },
  record_gone_away: { open: false, groups: [], input: [] },
  undo_gone_away: { open: false, groups: [], input: [] },
  check_phone: { open: false, groups: [], input: [] },
  check_typed_name: { open: false, groups: [], input: [] },
  similar_contacts: { open: false, groups: [], input: [] },
  check_placeholder: { open: false, groups: [], input: [] },
  suggest_placeholders: { open: false, groups: [["access_settings"]], input: [] },
  accept_placeholder: { open: false, groups: [["access_settings"]], input: [] },
  list_addresses_to_fix: { open: false, groups: [], input: [] },
  print_addresses_to_fix: { open: false, groups: [["export_reports"]], input: [] },
  export_addresses_to_fix: { open: false, groups: [["export_reports"]], input: [] },
  export_contacts: { open: false, groups: [["export_reports"]], input: [] },
  print_contacts: { open: false, groups: [["export_reports"]], input: [] },
  search_contacts: { open: false, groups: [], input: [] },
  list_vehicles: { open: false, groups: [], input: [] },
  get_vehicle: { open: false, groups: [], input: [] },
  create_vehicle: { open: false, groups: [], input: [] },
  update_vehicle: { open: false, groups: [], input: [] },
  change_plate: { open: false, groups: [], input: [] },
  change_keeper: { open: false, groups: [], input: [] },
  search_vehicles: { open: false, groups: [], input: [] },
  list_contact_vehicles: { open: false, groups: [], input: [] },
  export_vehicles: { open: false, groups: [["export_reports"]], input: [] },
  print_vehicles: { open: false, groups: [["export_reports"]], input: [] },
  look_up_plate: { open: false, groups: [], input: [] },
  get_plate_look_up: { open: false, groups: [], input: [] },
  keep_dvla_key: { open: false, groups: [["access_settings"]], input: [] },
  keep_dvsa_keys: { open: false, groups: [["access_settings"]], input: [] },
  remove_plate_key: { open: false, groups: [["access_settings"]], input: [] },
  test_plate_look_up: { open: false, groups: [["access_settings"]], input: [] },
  list_resources: { open: false, groups: [], input: [] },
  save_resource: { open: false, groups: [["access_settings"]], input: [] },
  get_diary: { open: false, groups: [], input: [] },
  get_booking: { open: false, groups: [], input: [] },
  save_booking: { open: false, groups: [], input: [] },
  move_booking: { open: false, groups: [], input: [] },
  set_booking_status: { open: false, groups: [], input: [] },
  cancel_booking: { open: false, groups: [], input: [] },
  list_contact_bookings: { open: false, groups: [], input: [] },
  list_bookings: { open: false, groups: [], input: [] },
  print_bookings: { open: false, groups: [["export_reports"]], input: [] },
  export_bookings: { open: false, groups: [["export_reports"]], input: [] },
  open_job_card: { open: false, groups: [], input: [] },
  get_job_card: { open: false, groups: [], input: [] },
  update_job_card: { open: false, groups: [], input: [] },
  set_job_status: { open: false, groups: [], input: [] },
  sum_job_lines: { open: false, groups: [], input: [] },
  print_job_card: { open: false, groups: [], input: [] },
  list_job_cards: { open: false, groups: [], input: [] },
  print_job_cards: { open: false, groups: [["export_reports"]], input: [] },
  export_job_cards: { open: false, groups: [["export_reports"]], input: [] },
  list_contact_job_cards: { open: false, groups: [], input: [] },
  list_parts: { open: false, groups: [], input: [] },
  print_parts: { open: false, groups: [], input: [] },
  export_parts: { open: false, groups: [["export_reports"]], input: [] },
  find_parts: { open: false, groups: [], input: [] },
  get_part: { open: false, groups: [], input: [] },
  list_part_movements: { open: false, groups: [], input: [] },
  create_part: { open: false, groups: [], input: [] },
  update_part: { open: false, groups: [], input: [] },
  receive_part: { open: false, groups: [], input: [] },
  count_part: { open: false, groups: [], input: [] },
  sum_parts_sale: { open: false, groups: [], input: [] },
  draft_invoice: { open: false, groups: [], input: [] },
  get_invoice: { open: false, groups: [], input: [] },
  sum_invoice: { open: false, groups: [], input: [] },
  update_invoice: { open: false, groups: [], input: [] },
  drop_invoice: { open: false, groups: [], input: [] },
  post_invoice: { open: false, groups: [], input: [] },
  credit_invoice: { open: false, groups: [], input: [] },
  print_invoice: { open: false, groups: [], input: [] },
  save_invoice: { open: false, groups: [], input: [] },
  email_invoice: { open: false, groups: [], input: [] },
  list_invoices: { open: false, groups: [], input: [] },
  print_invoices: { open: false, groups: [["export_reports"]], input: [] },
  export_invoices: { open: false, groups: [["export_reports"]], input: [] },
  list_contact_invoices: { open: false, groups: [], input: [] },
  find_invoices: { open: false, groups: [], input: [] },
  list_invoice_series: { open: false, groups: [["access_settings"]], input: [] },
  start_invoice_series: { open: false, groups: [["access_settings"]], input: [] },
  choose_import_file: { open: false, groups: [["access_settings", "change_gdpr_option"]], input: [] },
  inspect_import: { open: false, groups: [["access_settings"]], input: [] },
  run_import: { open: false, groups: [["access_settings"]], input: [] },
  list_imports: { open: false, groups: [["access_settings"]], input: [] },
  undo_import: { open: false, groups: [["access_settings"]], input: [] },
  inspect_carry_over: { open: false, groups: [["change_gdpr_option"]], input: [] },
  run_carry_over: { open: false, groups: [["change_gdpr_option"]], input: [] },
  follow_job: { open: false, groups: [], input: [] },
  cancel_job: { open: false, groups: [], input: [] },
  begin_consent: { open: false, groups: [], input: [] },
  get_consent: { open: false, groups: [], input: [] },
  preview_consent: { open: false, groups: [], input: [] },
  save_consent: { open: false, groups: [], input: [] },
  set_exclusion: { open: false, groups: [], input: [] },
  stop_channel: { open: false, groups: [], input: [] },
  undo_stop: { open: false, groups: [], input: [] },
  defer_review: { open: false, groups: [], input: [] },
  explain_channel: { open: false, groups: [], input: [] },
  consent_as_at: { open: false, groups: [], input: [] },
  check_contactable: { open: false, groups: [], input: [] },
  reset_preferences: { open: false, groups: [["change_gdpr_option"]], input: ["bulk_preference_reset"] },
  list_notices: { open: false, groups: [], input: [] },
  make_receipt: { open: false, groups: [], input: [] },
  find_receipt: { open: false, groups: [], input: [] },
  list_history: { open: false, groups: [], input: [] },
  print_history: { open: false, groups: [], input: [] },
  print_as_at: { open: false, groups: [], input: [] },
  export_access: { open: false, groups: [["gdpr_rights_requests"]], input: [] },
  preview_erasure: { open: false, groups: [["gdpr_rights_requests"]], input: [] },
  find_remains: { open: false, groups: [["gdpr_rights_requests"]], input: [] },
  erase_contact: { open: false, groups: [["gdpr_rights_requests"]], input: [] },
  list_erasures: { open: false, groups: [["review_erasure_log", "gdpr_rights_requests"]], input: [] },
  export_erasures: { open: false, groups: [["export_reports"], ["review_erasure_log", "gdpr_rights_requests"]], input: [] },
  print_erasures: { open: false, groups: [["export_reports"], ["review_erasure_log", "gdpr_rights_requests"]], input: [] },
  print_capture_forms: { open: false, groups: [], input: ["export_reports"] },
  check_portal_link: { open: false, groups: [], input: [] },
  prepare_portal_link: { open: false, groups: [], input: [] },
  prepare_portal_links: { open: false, groups: [], input: [] },
  list_reconsent: { open: false, groups: [], input: [] },
  list_reconsent_ids: { open: false, groups: [], input: [] },
  count_reconsent: { open: false, groups: [], input: [] },
  print_reconsent: { open: false, groups: [["export_reports"]], input: [] },
  export_reconsent: { open: false, groups: [["export_reports"]], input: [] },
  list_report_audit: { open: false, groups: [["access_settings"]], input: [] },
  print_report_audit: { open: false, groups: [["access_settings"]], input: [] },
  export_report_audit: { open: false, groups: [["access_settings"]], input: [] },
  release_hand_over: { open: false, groups: [], input: [] },
  show_in_folder: { open: false, groups: [], input: [] },
  preview_profile: { open: false, groups: [["change_gdpr_option"]], input: [] },
  apply_profile: { open: false, groups: [["change_gdpr_option"]], input: [] },
  get_settings: { open: false, groups: [], input: [] },
  change_gdpr_setting: { open: false, groups: [["change_gdpr_option"]], input: [] },
  change_system_setting: { open: false, groups: [["access_settings"]], input: [] },
  update_workstation: { open: false, groups: [["access_settings"]], input: [] },
  accept_clock: { open: false, groups: [["change_gdpr_option"]], input: [] },
  accept_ledger_head: { open: false, groups: [["change_gdpr_option"]], input: [] },
  set_appearance: { open: false, groups: [], input: [] },
  choose_save_folder: { open: false, groups: [["access_settings"]], input: [] },
  list_setting_changes: { open: false, groups: [["access_settings", "change_gdpr_option"]], input: [] },
  print_setting_changes: { open: false, groups: [["access_settings", "change_gdpr_option"]], input: [] },
  export_setting_changes: { open: false, groups: [["access_settings", "change_gdpr_option"]], input: [] },
  verify_ledger: { open: false, groups: [["access_settings", "change_gdpr_option"]], input: [] },
};
