import '../style/work.css'
import '../style/writing.css'
import '../style/accounts.css'
import '../style/editor.css'
import '../style/door.css'
import './kept-forms.ts'
import './work/count-down.ts'
import './work/end-note.ts'
import './work/find-in-list.ts'
import './work/saving-form.ts'
import './work/send-by-keys.ts'
import './work/timetable.ts'
import './accounts/pass-key.ts'

/** Only phones at doors need what a door does. */
const openDoor = () => document.querySelector('badge-door') && import('./door/door.ts')
document.addEventListener('turbo:load', openDoor)
void openDoor()
