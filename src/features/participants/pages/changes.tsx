import type { Language } from '../../../kernel/language.ts'
import { type Directory, groupName } from '../list.print.ts'
import { differenceOf, isEmpty, type Line } from '../model.ts'
import { say } from '../words.ts'
import { PersonLine } from './person-line.tsx'

interface Props {
  language: Language
  /** Null: there was none before. */
  before: readonly Line[] | null
  after: readonly Line[]
  directory: Directory
}

/** What a list says otherwise than the one before it. */
export function Changes({ language, before, after, directory }: Props) {
  if (before === null) return <p>{say(language, 'changes.first')}</p>
  const difference = differenceOf(before, after)
  if (isEmpty(difference)) return <p>{say(language, 'changes.none')}</p>
  const { added, removed, changed, unnamed } = difference
  return (
    <>
      <Part language={language} what="added" lines={added} directory={directory} />
      <Part language={language} what="removed" lines={removed} directory={directory} />
      {changed.length > 0 && (
        <>
          <h3>{say(language, 'changes.changed')}</h3>
          <ul class="names">
            {changed.map(({ before: was, after: now, ...line }) => (
              <li>
                {groupName(line, directory, language)}
                <br />
                <PersonLine language={language} named={now} kind={line.kind} />
                <br />
                <small class="mark">
                  {say(language, 'before')}:{' '}
                  <PersonLine language={language} named={was} kind={line.kind} />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {unnamed !== 0 && (
        <p>
          {say(language, 'changes.unnamed', {
            count: unnamed > 0 ? `+${unnamed}` : `−${-unnamed}`,
          })}
        </p>
      )}
    </>
  )
}

function Part({
  language,
  what,
  lines,
  directory,
}: Omit<Props, 'before' | 'after'> & { what: 'added' | 'removed'; lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{say(language, `changes.${what}`)}</h3>
      <ul class="names">
        {lines.map(
          (line) =>
            line.named && (
              <li>
                {groupName(line, directory, language)}
                <br />
                <PersonLine language={language} named={line.named} kind={line.kind} />
              </li>
            ),
        )}
      </ul>
    </>
  )
}
