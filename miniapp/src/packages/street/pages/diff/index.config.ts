export default definePageConfig({ navigationBarTitleText: '和现行目录的不同' })
