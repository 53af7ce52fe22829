import '../style/work.css'
import './kept-forms.ts'
