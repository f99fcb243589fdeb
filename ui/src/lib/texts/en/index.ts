import { asAt } from "./asAt";
import { booking } from "./booking";
import { captureForm } from "./capture_form";
import { carryOver } from "./carry_over";
import { command } from "./command";
import { common } from "./common";
import { consent } from "./consent";
import { consentReceipt } from "./consent_receipt";
import { consentReset } from "./consent_reset";
import { contact } from "./contact";
import { employee } from "./employee";
import { erasure } from "./erasure";
import { file } from "./file";
import { frame } from "./frame";
import { history } from "./history";
import { importing } from "./import";
import { invoice } from "./invoice";
import { jobCard } from "./job_card";
import { part } from "./part";
import { plateLookUp } from "./plate_look_up";
import { portalLink } from "./portal_link";
import { reconsent } from "./reconsent";
import { release } from "./release";
import { reportAudit } from "./report_audit";
import { rightsRequest } from "./rights_request";
import { sale } from "./sale";
import { search } from "./search";
import { setting } from "./setting";
import { signIn } from "./sign_in";
import { startup } from "./startup";
import { vehicle } from "./vehicle";
import { workshop } from "./workshop";

/** Every English text, by noun; beside them the frame and what all screens share. */
export const en = {
  asAt,
  booking,
  capture_form: captureForm,
  carry_over: carryOver,
  command,
  common,
  consent: { ...consent, ...consentReset },
  consent_receipt: consentReceipt,
  contact,
  employee,
  erasure,
  file,
  frame,
  history,
  import: importing,
  invoice,
  job_card: jobCard,
  part,
  plate_look_up: plateLookUp,
  portal_link: portalLink,
  reconsent,
  release,
  report_audit: reportAudit,
  rights_request: rightsRequest,
  sale,
  search,
  setting,
  sign_in: signIn,
  startup,
  vehicle,
  workshop,
} as const;
