export default definePageConfig({ navigationBarTitleText: '两边不一致' })
