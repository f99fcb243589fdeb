import { describe, expect, it } from "vitest";
import { receiptLikeness } from "./receiptNumber";

describe("a receipt number among search terms", () => {
  it("is told however it is typed", () => {
    for (const typed of ["R-7K2M-Q9XD-4F", "r7k2mq9xd4f", "R 7K2M Q9XD 4F", " r – 7k2m-q9xd-4f "])
      expect(receiptLikeness(typed), typed).toBe("sure");
    expect(receiptLikeness("R-ABCD-EFGH-JK")).toBe("sure");
  });

  it("is not claimed for names, plates and telephone numbers", () => {
    expect(receiptLikeness("Rosenberger")).toBe("maybe");
    for (const typed of ["", "Reed", "R-7K2M", "RX08 ABC", "07700 900214", "Robert O'Brien"])
      expect(receiptLikeness(typed), typed).toBe("no");
  });
});
