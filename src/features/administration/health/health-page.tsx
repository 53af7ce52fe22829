import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { HouseMenu } from '../house-menu.tsx'
import { Moment } from '../moment.tsx'
import { say } from '../words.ts'
import { Bytes, Fact } from './facts.tsx'
import { Machine, Settings } from './machine.tsx'
import type { HealthProps, ShownBackup } from './shown.tsx'

/** How the instance is: what somebody should look after first, then everything that is known of it. */
export function HealthPage(props: HealthProps) {
  const { language, troubles, house } = props
  return (
    <>
      <h1>{say(language, 'health')}</h1>
      <p class="lead">{say(language, 'health.lead')}</p>
      <HouseMenu language={language} here="/administration" />
      <div role="status">
        {troubles.length === 0 ? (
          <Notice>
            <p>{say(language, 'health.well')}</p>
          </Notice>
        ) : (
          <Notice tone="warning">
            <ul>
              {troubles.map((trouble) => (
                <li>{say(language, `trouble.${trouble}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {props.held && <Held {...props} at={props.held} />}
      <Backups {...props} />
      <Database {...props} />
      <Work {...props} />
      {house && <Machine language={language} house={house} />}
      {house && <Settings language={language} house={house} />}
    </>
  )
}

/** A restored installation, and how it is let go: what has been waiting may have left the other house. */
function Held({ viewer, language, at, letters }: HealthProps & { at: Temporal.Instant }) {
  return (
    <section>
      <h2>{say(language, 'held')}</h2>
      <p>
        {say(language, 'held.since')} <Moment language={language} at={at} />
      </p>
      <p>{say(language, 'held.text')}</p>
      <p>
        {say(language, 'held.waiting')} {sayNumber(language, letters.waiting)}
      </p>
      <div class="flex flex-wrap items-start gap-4">
        <Deed
          viewer={viewer}
          command="administration.release"
          of="keep"
          then="/administration"
          fixed={{ waiting: 'keep' }}
          label={say(language, 'held.keep')}
          quiet={false}
        />
        <Deed
          viewer={viewer}
          command="administration.release"
          of="send"
          then="/administration"
          fixed={{ waiting: 'send' }}
          label={say(language, 'held.send')}
          confirm={say(language, 'held.send.ask')}
        />
      </div>
    </section>
  )
}

function Backups({ language, backups }: HealthProps) {
  return (
    <section>
      <h2>{say(language, 'health.backups')}</h2>
      {backups.length === 0 ? (
        <Empty>{say(language, 'backup.none')}</Empty>
      ) : (
        <Table
          caption={<span class="sr-only">{say(language, 'health.backups')}</span>}
          columns={(['begun', 'state', 'size', 'rows', 'took', 'file'] as const).map((column) =>
            say(language, `backup.${column}`),
          )}
          rows={backups.map((backup) => [
            <Moment language={language} at={backup.begunAt} />,
            <BackupState language={language} backup={backup} />,
            backup.bytes !== null && <Bytes language={language} bytes={backup.bytes} />,
            backup.rows !== null && sayNumber(language, backup.rows),
            backup.endedAt && (
              <span class="whitespace-nowrap">
                {say(language, 'seconds', {
                  number: sayNumber(
                    language,
                    Math.round(backup.endedAt.since(backup.begunAt).total('seconds')),
                  ),
                })}
              </span>
            ),
            <bdi class="code break-all">{backup.file}</bdi>,
          ])}
        />
      )}
    </section>
  )
}

function BackupState({ language, backup }: { language: Language; backup: ShownBackup }) {
  const { trouble, endedAt, checked, encrypted } = backup
  if (trouble !== null) {
    return (
      <>
        {say(language, 'backup.failed')}
        <br />
        <small>
          <bdi lang="en">{trouble}</bdi>
        </small>
      </>
    )
  }
  if (endedAt === null) return <>{say(language, 'backup.under-way')}</>
  return (
    <>
      {say(language, checked ? 'backup.checked' : 'backup.unchecked')}
      <br />
      <small>{say(language, encrypted ? 'backup.encrypted' : 'backup.in-clear')}</small>
    </>
  )
}

function Database({ language, database, seals, house }: HealthProps) {
  return (
    <section>
      <h2>{say(language, 'health.database')}</h2>
      <dl class="facts">
        <Fact language={language} label="database.version">
          <bdi>PostgreSQL {database.version}</bdi>
        </Fact>
        <Fact language={language} label="database.name">
          <bdi class="code">{database.name}</bdi>
        </Fact>
        <Fact language={language} label="database.size">
          <Bytes language={language} bytes={database.bytes} />
        </Fact>
        <Fact language={language} label="database.since">
          <Moment language={language} at={database.since} />
        </Fact>
        <Fact language={language} label="database.replica">
          {house?.replica
            ? house.replica.lag === null
              ? say(language, 'replica.unknown')
              : say(language, 'seconds', { number: sayNumber(language, house.replica.lag / 1000) })
            : say(language, 'replica.none')}
        </Fact>
        <Fact language={language} label="database.processes">
          {database.processes.map(({ pid, connections }) => (
            <>
              <bdi class="code">{pid}</bdi>{' '}
              <span class="mark">{say(language, 'connections', { count: connections })}</span>
              <br />
            </>
          ))}
        </Fact>
        <Fact language={language} label="seals.last">
          {seals.seal ? (
            <>
              {seals.seal.number} <Moment language={language} at={seals.seal.at} />
            </>
          ) : (
            say(language, 'seals.none')
          )}
        </Fact>
        <Fact language={language} label="seals.waiting">
          {sayNumber(language, seals.waiting)}
        </Fact>
      </dl>
    </section>
  )
}

function Work({ language, jobs, letters }: HealthProps) {
  return (
    <section>
      <h2>{say(language, 'health.work')}</h2>
      {jobs.length === 0 ? (
        <Empty>{say(language, 'jobs.none')}</Empty>
      ) : (
        <Table
          caption={<span class="sr-only">{say(language, 'health.work')}</span>}
          columns={(['job', 'waiting', 'active', 'failed'] as const).map((column) =>
            say(language, `jobs.${column}`),
          )}
          rows={jobs.map(({ job, waiting, active, failed }) => [
            <bdi class="code">{job}</bdi>,
            sayNumber(language, waiting),
            sayNumber(language, active),
            sayNumber(language, failed),
          ])}
        />
      )}
      <dl class="facts">
        <Fact language={language} label="letters.waiting">
          <a href={hrefOf(language, '/administration/mail?state=waiting')}>
            {sayNumber(language, letters.waiting)}
          </a>
        </Fact>
        <Fact language={language} label="letters.failed">
          <a href={hrefOf(language, '/administration/mail?state=failed')}>
            {sayNumber(language, letters.failed)}
          </a>
        </Fact>
      </dl>
    </section>
  )
}
