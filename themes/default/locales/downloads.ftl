# Скачивание значений и каталог открытых данных.

# Файлы
download-xlsx = Таблица Excel (XLSX)
download-excel-csv = CSV для Excel
download-csv = CSV для программ
download-json = JSON с происхождением значений
download-rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[many] { $n } строк
}
download-list = Реестр наборов
download-meta = Паспорт набора
download-structure = Структура набора
download-data = Данные
download-whole = { $operator }: показатели всех программ

# Каталог
open-data = Открытые данные
open-data-what = паспорта наборов, условия, все файлы
open-data-intro = Значения показателей, которые показаны на сайте, — файлами: для Excel, для программ и для порталов открытых данных.
open-data-machine = Для порталов открытых данных
open-data-machine-intro = Наборы оформлены по методическим рекомендациям по публикации открытых данных, версия 3.0: у каждого есть паспорт, структура и файл данных.
open-data-how = Как читать файлы
open-data-sets = Наборы
open-data-shown = Те же значения на сайте
open-data-standard = Версия методических рекомендаций
open-data-subject = образование, методическая работа, мониторинг, показатели
open-data-provenance = Добавлены значения за { $year } год
open-data-title = Наименование набора
open-data-identifier = Идентификационный номер
open-data-description = Описание набора
open-data-standing = Назначение
open-data-publisher = Владелец набора
open-data-created = Первое размещение
open-data-modified = Последнее изменение
open-data-valid = Актуален до
open-data-address = Адрес сайта
open-data-terms = Условия использования
open-data-terms-text = Данные можно бесплатно использовать, распространять и изменять, в том числе в коммерческих целях; нужна ссылка на источник.
open-data-reading-gaps = Пропуск — не ноль: если значения нет, рядом сказано почему — нет данных, не считается, скрыто. Скрыты значения, по которым можно узнать отдельных людей.
open-data-reading-joined = У всех наборов одни и те же столбцы, поэтому файлы можно складывать вместе. В общем наборе — значения по району, в наборах программ — ещё по организациям и предметам.
open-data-reading-days = Адреса файлов не меняются; у файла данных для порталов в имени стоит день сбора.
open-data-about-whole = Значения по району за все годы. Показателей: { $indicators }, строк: { $rows }.
open-data-about-programme = Значения показателей программы за все годы, по району и во всех разрезах. Показателей: { $indicators }, строк: { $rows }.
open-data-about-indicator = Значения показателя за все годы, по району и во всех разрезах. Строк: { $rows }.

# Листы и столбцы
sheet-values = Значения
sheet-years = По годам
sheet-passport = Паспорт
sheet-notes = Сноски
no-notes = Сносок нет
column-indicator-name = Показатель
column-term = Сведения
column-text = Содержание
column-programme = Программа, код
column-programme-title = Программа
column-indicator = Показатель, код
column-number = Номер
column-title = Показатель
column-unit = Единица
column-period = Год
column-breakdown = Разрез
column-id = Организация, предмет или вид, код
column-name = Организация, предмет или вид
column-numerator = Числитель
column-denominator = Знаменатель
column-value = Значение
column-state = Состояние
column-target = Целевое значение
column-target-year = Год цели
column-target-low = Цель: не менее
column-target-high = Цель: не более
column-status = Достижение цели
column-note = Сноска
column-collected = Дата сбора
column-source = Источник
column-file = Файл данных
column-line = Строка файла

# Слова в ячейках
breakdown-total = район
breakdown-organisation = организация
breakdown-subject = предмет
breakdown-kind = вид организации
breakdown-organisation-subject = предмет в организации
state-reported = сообщено
state-hidden = скрыто
