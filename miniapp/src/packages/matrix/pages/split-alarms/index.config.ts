export default definePageConfig({ navigationBarTitleText: '照清单办的事' })
