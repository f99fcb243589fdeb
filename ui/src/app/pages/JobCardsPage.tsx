import { useSearchParams } from "react-router";
import { ListReports } from "@/components/list/ListReports";
import { Page } from "@/components/Page";
import { JobCardList } from "@/features/job_card/JobCardList";
import { jobCards, readAsked, writeAsked } from "@/features/job_card/jobCards";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { ServiceTabs, serviceCrumbs } from "./ServiceTabs";

/** Service > Service Records (T-03). What is shown stands in the address, so that coming back finds it so. */
export function JobCardsPage() {
  const [search, setSearch] = useSearchParams();
  const asked = readAsked(search);
  return (
    <Page
      fill
      title={text("job_card.title")}
      crumbs={serviceCrumbs()}
      actions={<ListReports reports={jobCards.reports?.(asked) ?? []} />}
    >
      <div className={classes.screen}>
        <ServiceTabs />
        <JobCardList
          asked={asked}
          onAsk={(next) => setSearch(writeAsked(next), { replace: true })}
        />
      </div>
    </Page>
  );
}
