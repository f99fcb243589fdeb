import type { VehicleDraft, VehicleView } from "@/bindings/types";

/** A vehicle as its form has it: the mileage is text while it is typed. */
export type VehicleForm = Omit<VehicleDraft, "mileage" | "mileage_on" | "looked_up"> & {
  mileage: number | string;
};

export const emptyForm = (registration = ""): VehicleForm => ({
  registration,
  vin: "",
  make: "",
  model: "",
  colour: "",
  fuel: "",
  first_registered: "",
  mot_due: "",
  service_due: "",
  last_v5c: "",
  recall: "unknown",
  no_service_contact: false,
  mileage: "",
});

export const formOf = (view: VehicleView): VehicleForm => ({
  registration: view.registration,
  vin: view.vin,
  make: view.make,
  model: view.model,
  colour: view.colour,
  fuel: view.fuel,
  first_registered: view.first_registered ?? "",
  mot_due: view.mot_due ?? "",
  service_due: view.service_due ?? "",
  last_v5c: view.last_v5c ?? "",
  recall: view.recall,
  no_service_contact: view.no_service_contact,
  mileage: "",
});

/** As it is sent: a reading only where one was typed. */
export function draftOf({ mileage, ...form }: VehicleForm): VehicleDraft {
  return mileage === "" ? form : { ...form, mileage: Number(mileage) };
}

export const sameForm = (one: VehicleForm, other: VehicleForm) =>
  JSON.stringify(one) === JSON.stringify(other);
