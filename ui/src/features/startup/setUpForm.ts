import { type UseFormReturnType, useForm } from "@mantine/form";
import { text } from "@/lib/texts";
import { homeTimeZone } from "@/lib/timeZones";

/** What is typed before the database is made. */
export interface SetUpValues {
  dealership: {
    name: string;
    address: string;
    postcode: string;
    phone: string;
    email: string;
    website: string;
    privacy_policy_url: string;
    vat_number: string;
    company_number: string;
  };
  time_zone: string;
  manager: { name: string; login: string; password: string; again: string };
  workstation_name: string;
}

export type SetUpForm = UseFormReturnType<SetUpValues>;

/** The fields a refusal can point at. */
export const FIELDS = [
  "dealership.name",
  "dealership.address",
  "dealership.postcode",
  "dealership.phone",
  "dealership.email",
  "dealership.website",
  "dealership.privacy_policy_url",
  "time_zone",
  "manager.name",
  "manager.login",
  "manager.password",
  "workstation_name",
];

/** The step on which a field stands, to lead back to where a refusal points. */
export function stepOf(field: string): number {
  if (field.startsWith("manager")) return 2;
  return field === "workstation_name" ? 3 : 1;
}

const filled = (words: string) => words.trim() !== "";

/** The form over all steps; only what stands on the step at hand is checked. */
export function useSetUpForm(step: number, workstation: string): SetUpForm {
  const needed = (at: number, isFine: boolean, words: Parameters<typeof text>[0]) =>
    step === at && !isFine ? text(words) : null;
  return useForm<SetUpValues>({
    initialValues: {
      dealership: {
        name: "",
        address: "",
        postcode: "",
        phone: "",
        email: "",
        website: "",
        privacy_policy_url: "",
        vat_number: "",
        company_number: "",
      },
      time_zone: homeTimeZone(),
      manager: { name: "", login: "", password: "", again: "" },
      workstation_name: workstation,
    },
    validate: {
      dealership: { name: (name) => needed(1, filled(name), "startup.nameNeeded") },
      manager: {
        name: (name) => needed(2, filled(name), "startup.managerNameNeeded"),
        login: (login) => needed(2, filled(login), "startup.managerLoginNeeded"),
        password: (password) => needed(2, password !== "", "sign_in.passwordNeeded"),
        again: (again, values) =>
          needed(2, again === values.manager.password, "sign_in.passwordsDiffer"),
      },
      workstation_name: (name) => needed(3, filled(name), "startup.workstationNeeded"),
    },
  });
}
