/** What a program has of the contract's types; the compiler is the test. */
import type { components, operations } from "./openapi";

type Schemas = components["schemas"];

/** The type of an entry tells which attributes it has. */
export function funder(entry: Schemas["Entry"]): string | undefined {
  if (entry.type !== "funding-granted") {
    return undefined;
  }
  return typeof entry.funder === "string" ? entry.funder : entry.funder?.id;
}

/** What is recorded is one of the types, whole. */
export const granted: operations["recordEntry"]["requestBody"]["content"]["application/json"] = {
  type: "funding-granted",
  effective: "2024",
  funding: "metropole-rouen",
  funder: { id: "metropole-rouen", name: "Métropole de Rouen" },
};

// @ts-expect-error: there is no such type
export const promised: Schemas["Entry"] = { type: "funding-promised", effective: "2024", funding: "x" };

// @ts-expect-error: a funding has an id
export const nameless: Schemas["Entry"] = { type: "funding-granted", effective: "2024", funder: "x" };

// @ts-expect-error: this is no attribute of a meeting
export const held: Schemas["Entry"] = { type: "steering-committee-held", effective: "2024", funder: "x" };

/** A correction has the content of an entry about the world, and no retraction in it. */
export const correction: Schemas["Correction"] = {
  reason: "The agreement was signed in February",
  entry: { type: "partnership-engaged", effective: "2023-02", partner: "siao-lille", topic: "housing" },
};

/** Facts by their kind. */
export function carriers(state: Schemas["State"]): string[] {
  return (state.facts["coordination-carrier"] ?? []).map((fact) => fact.value.carrier?.id ?? "");
}
