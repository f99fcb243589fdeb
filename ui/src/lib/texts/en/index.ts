import { asAt } from "./asAt";
import { capture } from "./capture";
import { common } from "./common";
import { consent } from "./consent";
import { contacts } from "./contacts";
import { frame } from "./frame";
import { gdpr } from "./gdpr";
import { gdprSettings } from "./gdprSettings";
import { imports } from "./imports";
import { portal } from "./portal";
import { receipts } from "./receipts";
import { reconsent } from "./reconsent";
import { session } from "./session";
import { settings } from "./settings";

/** Every English text, by feature. */
export const en = {
  asAt,
  capture,
  common,
  consent,
  contacts,
  frame,
  gdpr,
  gdprSettings,
  imports,
  portal,
  receipts,
  reconsent,
  session,
  settings,
} as const;
