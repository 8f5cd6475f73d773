import { mergeInternalComponents } from '@tarojs/shared'
import { ariaComponents } from './ariaComponents'

mergeInternalComponents(ariaComponents())
