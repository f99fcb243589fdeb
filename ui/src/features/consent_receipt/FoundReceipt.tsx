import { Stack } from "@mantine/core";
import { Link } from "react-router";
import type { FoundReceipt as Found } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import { ShadeMark } from "@/components/ShadeMark";
import shared from "@/components/shared.module.css";
import { Tag } from "@/components/Tag";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Receipts.module.css";

/** What a receipt said on its day, and whose it is. */
export function FoundReceipt({ receipt }: { receipt: Found }) {
  const { at_local: at, by, workstation } = receipt;
  return (
    <Card title={text("consent_receipt.option", { number: receipt.number })}>
      <Stack gap={12}>
        <dl className={shared.facts}>
          <dt>{text("consent_receipt.for")}</dt>
          <dd>
            <Link to={paths.contact(receipt.contact_id, "gdpr")} className={classes.link}>
              <bdi>{receipt.name}</bdi>
            </Link>{" "}
            <Tag>{receipt.reference}</Tag>
          </dd>
          <dt>{text("consent_receipt.given")}</dt>
          <dd>{text("consent_receipt.givenBy", { at, by, workstation })}</dd>
          <dt>{text("consent_receipt.form")}</dt>
          <dd>{receipt.form}</dd>
        </dl>
        {receipt.changed_since && (
          <Notice tone="warn" title={text("consent_receipt.changedTitle")}>
            {text("consent_receipt.changedWords")}
          </Notice>
        )}
        {receipt.excluded && (
          <Notice tone="bad" title={text("consent_receipt.excludedTitle")}>
            {text("consent_receipt.excludedWords")}
          </Notice>
        )}
        <section
          className={classes.scroll}
          aria-label={text("consent_receipt.said")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
          tabIndex={0}
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <td />
                {receipt.parties.map((party) => (
                  <th key={party.party} scope="colgroup" colSpan={party.lines.length}>
                    <bdi>{party.party}</bdi>
                  </th>
                ))}
              </tr>
              <tr>
                <th scope="col">{text("consent_receipt.channel")}</th>
                {receipt.parties.map((party) =>
                  party.lines.map((line) => (
                    <th key={`${party.party} ${line.purpose}`} scope="col" className={classes.kind}>
                      {line.purpose}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {receipt.channels.map((channel, at) => (
                <tr key={channel}>
                  <th scope="row">{channel}</th>
                  {receipt.parties.map((party) =>
                    party.lines.map(({ purpose, cells }) => (
                      <td key={`${party.party} ${purpose}`}>
                        {cells[at] && <ShadeMark shade={cells[at].shade} words={cells[at].words} />}
                      </td>
                    )),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {receipt.remarks.map((remark) => (
          <p key={remark} className={shared.quiet}>
            {remark}
          </p>
        ))}
        {receipt.records.length > 0 && (
          <section>
            <h3 className={shared.heading}>{text("consent_receipt.recorded")}</h3>
            <ul className={shared.bullets}>
              {receipt.records.map((record) => (
                <li key={record}>
                  <bdi>{record}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
        {receipt.notices.map((notice) => (
          <section key={notice.version}>
            <h3 className={shared.heading}>
              {text("consent_receipt.words", { version: notice.version })}
            </h3>
            <p className={shared.prose}>{notice.text}</p>
          </section>
        ))}
      </Stack>
    </Card>
  );
}
