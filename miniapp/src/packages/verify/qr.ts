import { moduleSvg } from '@shared/common/moduleSvg'
import { qrModules } from '@shared/presentation/qrModules'

/** Draws a QR code as an SVG data URL for an image. */
export const qrPicture = (text: string): string => moduleSvg(qrModules(text))
