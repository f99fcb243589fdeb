import { text } from "@/lib/texts";
import { StepFields } from "./StepFields";

/** What Forecourt is, and what to have ready. */
export function WelcomeStep() {
  return (
    <StepFields title={text("startup.welcomeTitle")} words={text("startup.welcomeWords")}>
      <h2>{text("startup.welcomeNeeds")}</h2>
      <ul>
        <li>{text("startup.welcomeNeed1")}</li>
        <li>{text("startup.welcomeNeed2")}</li>
      </ul>
    </StepFields>
  );
}
