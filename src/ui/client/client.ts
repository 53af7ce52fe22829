import '@hotwired/turbo'
import '../style/icon.svg?url'
import '../style/main.css'
import './theme.ts'
