import type { Language } from '../../../kernel/language.ts'
import { Table } from '../../../ui/table.tsx'
import { Moment } from '../moment.tsx'
import { say } from '../words.ts'
import { Bytes, Fact } from './facts.tsx'
import type { House } from './shown.tsx'

/** The process that answers, and the room that it has. */
export function Machine({ language, house }: { language: Language; house: House }) {
  return (
    <section>
      <h2>{say(language, 'health.process')}</h2>
      <dl class="facts">
        <Fact language={language} label="process.version">
          <bdi>
            Plenum {house.plenum}, Node {house.node}
          </bdi>
        </Fact>
        <Fact language={language} label="process.since">
          <Moment language={language} at={house.since} />
        </Fact>
        <Fact language={language} label="process.memory">
          <Bytes language={language} bytes={house.memory} />
        </Fact>
        {house.rooms.map(({ of, path, free, total }) => (
          <Fact language={language} label={`room.${of}`}>
            <Bytes language={language} bytes={free} /> / <Bytes language={language} bytes={total} />{' '}
            <bdi class="code break-all">{path}</bdi>
          </Fact>
        ))}
      </dl>
    </section>
  )
}

/** What was set, by name; never a secret. */
export function Settings({ language, house }: { language: Language; house: House }) {
  return (
    <section>
      <h2>{say(language, 'health.settings')}</h2>
      <Table
        caption={<span class="sr-only">{say(language, 'health.settings')}</span>}
        columns={[say(language, 'setting.name'), say(language, 'setting.value')]}
        rows={house.settings.map(({ name, value, isSecret }) => [
          <bdi class="code">{name}</bdi>,
          value === null ? (
            <span class="mark">{say(language, 'setting.none')}</span>
          ) : isSecret ? (
            say(language, 'setting.secret')
          ) : (
            <bdi class="code break-all">{value}</bdi>
          ),
        ])}
      />
    </section>
  )
}
