/**
 * Script of the look-up machine 自助查询机, served as a file of its own: the page's policy lets no inline script run. Nothing is stored:
 * views are exchanged in the document, no address changes, no history grows. What it fetched before anybody came is kept in memory for
 * the time without a network; what a visitor opened or looked for is not. After 60 seconds without a touch, at 结束使用 and when the page
 * comes back from the back-forward cache all of it is dropped and, with a network, the whole document is replaced.
 */
export const KIOSK_SCRIPT = String.raw`(function () {
  'use strict'
  var IDLE_MS = 60000, WARNING_MS = 10000, TICK_MS = 250, RENEW_MS = 600000, MOST_COPIES = 60
  var byId = function (id) { return document.getElementById(id) }
  var view = byId('view'), start = byId('start'), state = byId('state'), warning = byId('warning'), left = byId('left')
  var org = document.body.getAttribute('data-org'), copiedAt = document.body.getAttribute('data-copied')
  var copies = {}, trail = [], current = null, touched = 0, turn = 0, speaking = 0

  function say(text) { state.textContent = text; state.hidden = text === '' }
  function silence() {
    speaking += 1
    if ('speechSynthesis' in window) window.speechSynthesis.cancel()
    var spoken = view.querySelector('.spoken')
    if (spoken) spoken.classList.remove('spoken')
  }
  function show(content, path) {
    silence()
    view.textContent = ''
    view.appendChild(content)
    document.body.setAttribute('data-record', path && /^\/n\//.test(path) ? 'yes' : 'no')
    byId('print').hidden = document.body.getAttribute('data-record') !== 'yes'
    byId('back').disabled = current === null
    window.scrollTo(0, 0)
  }
  function home() { trail = []; current = null; show(document.importNode(start.content, true), null) }

  /** What a plain page shows, without its ways out of here: links within become buttons, all others words. */
  function contentOf(html) {
    var main = new DOMParser().parseFromString(html, 'text/html').querySelector('main')
    var content = document.createDocumentFragment()
    if (!main) return content
    main.querySelectorAll('.foot,.crumbs,.links,.files,form,script,nav:not(.chips)').forEach(function (one) { one.remove() })
    main.querySelectorAll('a').forEach(function (link) {
      var path = link.getAttribute('href') || ''
      var inside = /^\/(n|v|c|zone)\//.test(path) && !/feed\.xml|\/open$|\/check/.test(path)
      var made = document.createElement(inside ? 'button' : 'span')
      if (inside) { made.type = 'button'; made.setAttribute('data-path', path) }
      made.className = link.className
      while (link.firstChild) made.appendChild(link.firstChild)
      link.replaceWith(made)
    })
    while (main.firstChild) content.appendChild(main.firstChild)
    return content
  }
  function load(path) {
    return fetch(path, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' }).then(function (answer) {
      if (answer.status >= 500) throw new Error('away')
      return answer.text()
    })
  }
  function open(path) {
    var mine = ++turn
    load(path).then(
      function (html) { if (mine === turn) { say(''); show(contentOf(html), path) } },
      function () {
        if (mine !== turn) return
        var copy = copies[path]
        if (copy) { show(contentOf(copy.html), path); say('网络断了，这是' + dated(copy.at) + '公开的内容。') }
        else { show(document.createDocumentFragment(), null); say('网络断了，这一页现在看不到。按“回到开头”看存着的。') }
      }
    )
  }
  function dated(at) {
    var day = new Date(at.getTime() + 8 * 3600000).toISOString()
    return Number(day.slice(5, 7)) + '月' + Number(day.slice(8, 10)) + '日' + day.slice(11, 16)
  }

  /** Fetches what everybody may want while nobody is here. */
  function copyAll() {
    var paths = [], seen = {}
    var add = function (root) {
      root.querySelectorAll('[data-path]').forEach(function (one) {
        var path = one.getAttribute('data-path')
        if (!seen[path] && paths.length < MOST_COPIES) { seen[path] = true; paths.push(path) }
      })
    }
    add(start.content)
    var at = 0
    var next = function () {
      if (at >= paths.length) return
      var path = paths[at++]
      load(path).then(function (html) {
        copies[path] = { html: html, at: new Date() }
        var holder = document.createElement('div')
        holder.appendChild(contentOf(html))
        add(holder)
        next()
      }, function () {})
    }
    next()
  }

  /** Drops everything: at once on the screen, then the document itself, if the server answers. */
  function drop() {
    turn += 1
    touched = 0
    warning.hidden = true
    home()
    say('')
    load(location.pathname).then(
      function () { location.replace(location.pathname) },
      function () { say('网络断了，这是' + dated(new Date(copiedAt)) + '公开的内容。') }
    )
  }

  function sentences() {
    return Array.prototype.filter.call(view.querySelectorAll('h1,h2,h3,p,li,dt,dd,th,td,.row'), function (one) {
      return one.textContent.trim() !== '' && !one.querySelector('h1,h2,h3,p,li,dt,dd,th,td,.row')
    })
  }
  function read() {
    silence()
    if (!('speechSynthesis' in window)) { say('这台机器读不出声，请找引导员。'); return }
    var mine = speaking, list = sentences(), at = 0
    var next = function () {
      if (mine !== speaking || at >= list.length) return
      var one = list[at++]
      list.forEach(function (other) { other.classList.toggle('spoken', other === one) })
      var words = new SpeechSynthesisUtterance(one.textContent.trim())
      words.lang = 'zh-CN'
      words.rate = 0.9
      words.onend = function () { touched = Date.now(); next() }
      words.onerror = function () { if (mine === speaking) say('这台机器读不出声，请找引导员。') }
      window.speechSynthesis.speak(words)
    }
    next()
  }

  var acts = {
    home: function () { turn += 1; say(''); home() },
    back: function () {
      current = trail.pop() || null
      if (current) open(current)
      else acts.home()
    },
    up: function () { window.scrollBy(0, -window.innerHeight * 0.6) },
    down: function () { window.scrollBy(0, window.innerHeight * 0.6) },
    read: read,
    print: function () { if (document.body.getAttribute('data-record') === 'yes') window.print() },
    end: drop,
    stay: function () { touched = Date.now(); warning.hidden = true }
  }
  /** Goes to a page of the board; where one was is known until the drop, in memory alone. */
  function go(path) {
    trail.push(current)
    current = path
    open(path)
  }
  document.addEventListener('click', function (event) {
    var pressed = event.target.closest && event.target.closest('button')
    if (!pressed) return
    var path = pressed.getAttribute('data-path')
    if (path) go(path)
    else if (acts[pressed.id]) acts[pressed.id]()
  })
  document.addEventListener('submit', function (event) {
    event.preventDefault()
    var words = event.target.querySelector('input').value.trim()
    if (words) go('/v/' + encodeURIComponent(org) + '/search?q=' + encodeURIComponent(words))
  })
  ;['pointerdown', 'keydown', 'wheel', 'touchmove', 'input', 'scroll'].forEach(function (name) {
    window.addEventListener(name, function (event) {
      if (name === 'scroll' && touched === 0) return
      // What is under the warning must not come up under a finger that presses its button.
      if (warning.contains(event.target)) return
      touched = Date.now()
      warning.hidden = true
    }, { passive: true, capture: true })
  })
  document.addEventListener('contextmenu', function (event) { event.preventDefault() })
  setInterval(function () {
    if (touched === 0) return
    var rest = touched + IDLE_MS - Date.now()
    if (rest <= 0) { drop(); return }
    warning.hidden = rest > WARNING_MS
    left.textContent = String(Math.ceil(rest / 1000))
  }, TICK_MS)
  setInterval(function () { if (touched === 0) copyAll() }, RENEW_MS)
  window.addEventListener('pagehide', function () { turn += 1; silence(); view.textContent = ''; copies = {}; trail = [] })
  window.addEventListener('pageshow', function (event) { if (event.persisted) { home(); location.reload() } })
  home()
  copyAll()
})()
`
