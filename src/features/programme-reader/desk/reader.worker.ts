import { answerWith } from '../../../platform/apart/answer.ts'
import { understand } from './understanding.ts'

answerWith(understand)
