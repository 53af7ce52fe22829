import '@hotwired/turbo'
import '../style/main.css'
import './theme.ts'
