metodbank.take("names","8cc63919",["z-open-day-of-methods z-mutual-mentoring",{}])
