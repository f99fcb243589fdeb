/** The first rows of a file under its column names. */
export interface Sample {
  headers: readonly string[];
  sample: readonly (readonly string[])[];
}

/** What a field would hold for the first row of the file, the columns joined by a space. */
export function example({ headers, sample }: Sample, columns: readonly string[]): string {
  const row = sample[0] ?? [];
  return columns
    .map((column) => row[headers.indexOf(column)] ?? "")
    .filter((value) => value !== "")
    .join(" ");
}

/** The columns somebody can choose: each name once, none without one. */
export function namedColumns({ headers }: Sample): string[] {
  return [...new Set(headers)].filter((header) => header !== "");
}
