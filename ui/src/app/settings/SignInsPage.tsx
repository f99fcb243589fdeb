import { SignInList, SignInReports } from "@/features/employee/SignInList";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Employees > Sign-ins. */
export function SignInsPage() {
  return (
    <SectionPage section={sections.signIns} fill actions={<SignInReports />}>
      <SignInList />
    </SectionPage>
  );
}
