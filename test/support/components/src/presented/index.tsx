export { PresentedBlocks as default } from '../../../../../miniapp/src/components/presented/PresentedBlocks'
