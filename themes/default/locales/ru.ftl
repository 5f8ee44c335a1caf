# Слова шаблонов. Всё остальное на страницах — из данных и текстов.

# Каркас
og-locale = ru_RU
skip = Перейти к содержанию
menu = Меню
nav-label = Разделы сайта
crumbs-label = Вы здесь
footer-label = О сайте и данных
feed-title = Новое на сайте «{ $site }»
low-vision = Версия для слабовидящих
head-search = Поиск
demo-title = Демонстрационные значения.
demo-text = Числа, организации, практики и решения придуманы, чтобы показать, как работает сайт.
updated = Страница изменена { $date }
built = Сайт собран { $date }
toc = На этой странице

# Списки и карточки
card-topics = Темы:
card-practices = Практики:
practices-count = { $n ->
    [one] { $n } практика
    [few] { $n } практики
   *[many] { $n } практик
}
twin = Те же значения таблицей
files = Файлы
downloads = Скачать
finding-answers = { $n ->
    [one] Рекомендация:
   *[other] Рекомендации:
}
findings = Что показал анализ
advice = Что рекомендовано
steps-label = Шаги управленческого цикла
step-open = Подтверждения пока нет:

# Главная
home-topics = С чем помочь?
home-recent = Новое в банке практик
home-indicators = Показатели
home-advice = Последние рекомендации

# Банк практик
search-label = Найти практику
search-hint = Предмет, трудность или приём: «наставник», «смешанные дроби», «диагностика»
search-button = Найти
search-lost = Поиск не загрузился. Выберите практику из списка ниже.
bank-ways = Не знаете, с чего начать:
facets-label = Сузить список
combine = Сочетать с другими условиями
chosen-label = Выбранные условия
pager-label = Страницы списка: { $page } из { $pages }
pager-page = Страница

# Мой маршрут
route-topics = Что даётся трудно?
route-put-in = Взять в маршрут
route-is-in = В маршруте ✓
route-open = Мой маршрут
route-by-topic = Идти по темам
route-topics-hint = На странице темы практики стоят по порядку: с первой удобно начать.
route-subject = Предмет
route-level = Уровень
route-any = Любой
route-choices = Что подобрать
route-suggested = Подходящие практики
route-order-hint = Сначала те, что отвечают на большее число отмеченных трудностей, затем — написанные для вашего предмета и лучше подтверждённые.
route-mine = Собранный маршрут
route-link = Ссылка на маршрут
route-link-hint = Всё, что отмечено, хранится в ссылке и в памяти этого браузера; на сервер ничего не отправляется.
route-copy = Скопировать ссылку
route-print = Распечатать
route-when = Срок:
route-outcome = Что вышло:
route-lost-search = Практики не загрузились. Выберите тему из списка ниже.

# Практика
practice-facts = О практике
monday = На понедельник
take = Взять готовым
conditions = Что понадобится
risks = Что может пойти не так
evidence = Чем подтверждено
evidence-met = Есть:
evidence-unmet = Пока нет:
adoptions = Кто взял — что вышло
improves = { $n ->
    [one] На какой показатель влияет
   *[other] На какие показатели влияет
}
recommended = Где рекомендована
related = Похожие практики
cite-title = Как сослаться и напечатать
print-hint = На бумаге — один лист: карточка практики с QR-кодом, который ведёт на эту страницу.
print-whole = Печатать с полным текстом
history = История
history-count = { $n ->
    [one] { $n } изменение
    [few] { $n } изменения
   *[many] { $n } изменений
}
moved-to = Новый адрес:
groundless = Сейчас у этой рекомендации нет оснований: данные не показывают трудности, на которую она отвечает.
withdrawn-when = Снято с публикации { $date }
withdrawn-instead = Вместо неё:

# Программа и цели
cycle = Управленческий цикл
by-goal = Цели и показатели
results = Ожидаемые результаты
goal-problem = Проблема
goal-indicators = { $n ->
    [one] Показатель
   *[other] Показатели
}
goal-empty = Показателей нет.

# Показатель
indicator-number = Показатель { $number }
indicator-now = Значение сейчас
inputs = Как получена эта оценка
dynamics = Как менялось
by-organisation = По организациям
by-subject = По предметам
practices-for = Практики, которые помогают
passport = Паспорт показателя
origins = Откуда числа
neighbours = Соседние показатели

# Анализ и рекомендации
other-periods = Другие периоды:
advice-one = Адресная рекомендация
advice-facts = О рекомендации
addressee = Кому:
because = Почему
what-to-do = Что сделать
measures-done = Что уже сделано
offered = На что опереться
offered-why = Почему подойдёт:

# Карта доказательств
map-number = №
map-position = Позиция
map-checks = Что проверяет эксперт
map-evidence = Подтверждение
map-none = подтверждения пока нет
map-source-label = Источник позиций:

# Темы
topic = Тема
home-all-topics = Все темы с пояснениями

# Реестры
register-source = Основание:
entry-indicators = { $n ->
    [one] На какой показатель работает
   *[other] На какие показатели работает
}
entry-others = Рядом по теме

# Тексты и словарь
text-related = Что на этом основано
letters-label = Буквы
term-source = Источник:

# Тексты из Markdown: слова для тех, кто слушает страницу
markdown-table = Таблица
markdown-back = вернуться к тексту
markdown-done = Сделано
markdown-open = Не сделано
markdown-glossary = В словаре
portrait = Портрет автора
markdown-withdrawn = Фотография снята: нет действующего согласия. Описание:
