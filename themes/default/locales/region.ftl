# Several programmes side by side.

programmes-title = Программы
programmes-intro = Программы рядом: сколько показателей достигли цели, на каком шаге управленческий цикл и какие темы у программ общие.
programmes-standing = Показатели программ
programmes-cycle = Управленческий цикл
programmes-topics = Общие темы
topic-side-by-side = Показатели программ по этой теме
col-programme = Программа
col-programmes = Программ
col-years = Годы
col-latest = Данные за год
col-goals = Целей и задач
col-indicators = Показателей
col-reached = Цель достигнута
col-on-the-way = На пути к цели
col-behind = Отстают
col-no-target = Цель не задана
col-unknown = Мало данных или нет данных
col-topic = Тема
col-which = Какие программы
