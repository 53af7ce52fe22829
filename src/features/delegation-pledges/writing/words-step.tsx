import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { say } from '../words.ts'
import { textOf, type WritingDesk } from './desk.tsx'
import { Step } from './step.tsx'

/** What is promised, in words. */
export function WordsStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch } = desk
  return (
    <Step name="words" language={language}>
      <LanguagesField
        name="sketch.title"
        label={say(language, 'write.title')}
        hint={say(language, 'write.title.hint')}
        text={textOf(sketch.title)}
        maxlength={300}
        required
      />
      <LanguagesField
        name="sketch.summary"
        label={say(language, 'write.summary')}
        hint={say(language, 'write.summary.hint')}
        text={textOf(sketch.summary)}
        rows={4}
        maxlength={4000}
        required
      />
      <TextArea
        name="sketch.words"
        label={say(language, 'write.words')}
        hint={say(language, 'write.words.hint')}
        value={sketch.words}
        rows={5}
      />
      <SelectField
        name="~sketch.announcedIn"
        label={say(language, 'write.announced-in')}
        none={say(language, 'not-said')}
        value={sketch.announcedIn}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
      />
    </Step>
  )
}
