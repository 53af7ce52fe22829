import '../style/work.css'
import '../style/writing.css'
import '../style/accounts.css'
import '../style/editor.css'
import '../style/door.css'
import '../style/floor-desk.css'
import './kept-forms.ts'
import './work/count-down.ts'
import './work/end-note.ts'
import './work/find-in-list.ts'
import './work/saving-form.ts'
import './work/send-by-keys.ts'
import './work/timetable.ts'
import './accounts/pass-key.ts'

/** Only phones at doors need what a door does, and only the desk of the floor its keys. */
const equip = () => {
  if (document.querySelector('badge-door')) void import('./door/door.ts')
  if (document.querySelector('floor-desk')) void import('./floor/floor-desk.ts')
}
document.addEventListener('turbo:load', equip)
equip()
