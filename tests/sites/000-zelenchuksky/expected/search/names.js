metodbank.take("names","4693692b",["z-open-day-of-methods z-mutual-mentoring",{}])
