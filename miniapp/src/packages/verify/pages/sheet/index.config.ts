export default definePageConfig({ navigationBarTitleText: '存证单' })
