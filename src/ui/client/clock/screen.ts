import '../../style/screen.css'
