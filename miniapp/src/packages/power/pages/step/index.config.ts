export default definePageConfig({ navigationBarTitleText: '办一件事' })
