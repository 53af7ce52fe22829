import { answerWith } from '../../../platform/thread/answer.ts'
import { understand } from './understanding.ts'

answerWith(understand)
